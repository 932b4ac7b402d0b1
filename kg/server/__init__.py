"""Answer over HTTP; read-only and loopback by default."""
