"""What the desk answers about a hand-over: frozen values that may cross threads."""

from editor_app.desk.wordpress import WxrOutcome
from editor_app.site.handover.kit import Kit, KitImage, image_list, metadata

__all__ = ["Kit", "KitImage", "WxrOutcome", "image_list", "metadata"]
