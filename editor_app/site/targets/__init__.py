"""Places that an exported website is published to, beside folders of this computer."""
