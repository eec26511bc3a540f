"""Drives a local DMS with the official SDKs and compares every answer with their models."""
