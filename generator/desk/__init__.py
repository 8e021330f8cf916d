"""What the agents' site has besides answers: what changed, old answer codes, who can finish what, and which desk does what."""
