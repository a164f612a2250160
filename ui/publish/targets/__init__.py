"""Where the website is published to, beside folders of this computer."""
