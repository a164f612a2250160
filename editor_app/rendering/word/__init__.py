"""An article as a Word document, and the marks by which it is known when it comes back."""
