"""A hospital's folder: made once, filled by clerks, read into dossiers."""

from .reading import Workspace, read_workspace
from .starting import init_workspace

__all__ = ["Workspace", "init_workspace", "read_workspace"]
