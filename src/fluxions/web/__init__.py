"""The site: people, rows, requests and the clock."""
