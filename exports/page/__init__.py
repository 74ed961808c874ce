"""The page: a graph that a person can read, explore and check, as one HTML file that needs no network.

:func:`write_page` returns the HTML, :func:`generate_page` the pyvis network behind it, :func:`iframe_html`
a frame for notebooks, and :func:`show` opens the page in the browser.
"""

from .notebook import iframe_html, show
from .page import MAX_VISIBLE, generate_page, write_page

__all__ = ["MAX_VISIBLE", "generate_page", "iframe_html", "show", "write_page"]
