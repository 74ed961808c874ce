"""Attribution: who in the text vouches for what."""
