"""What other learning systems ask over HTTP, and the page on which anyone tries the checker."""
