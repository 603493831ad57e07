"""Exact, explained, cited scores for công tác dân vận in public hospitals."""
