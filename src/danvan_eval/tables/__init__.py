"""How do tables come in and go out: CSV, workbooks, and plain text on a console."""
