"""Apply a pure function to many documents: here, in several processes, one day on a cluster."""

from kg.engines.child import Child, Death, Overtime
from kg.engines.engine import Engine
from kg.engines.frames import Fault
from kg.engines.processes import Processes
from kg.engines.serial import Serial

__all__ = ["Child", "Death", "Engine", "Fault", "Overtime", "Processes", "Serial"]
