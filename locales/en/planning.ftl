# planning
