"""The channels: each only formats Answers. None imports records, and none reads what another channel made."""
