"""What the measuring scripts share: pages with what is known of them, programs under watch, and errors of text."""
