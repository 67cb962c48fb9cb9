"""From pairs worth comparing to groups: what events, stories, copies and statements are all joined by."""
