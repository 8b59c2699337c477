"""What records are made from: our own files, and later the pages that readers import."""
