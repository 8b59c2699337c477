"""What stands on the screens. Widgets know records and messages, not each other."""
