# What has just changed does not change the plan.
again-old = The plan does not take this change into account yet.
again-old-why = It is not remade by itself: until the next plan, dates stay as they were.
again-make = Remake the plan
again-asked = The plan is being remade.
again-asked-why = The new version will replace the current one when it is ready; you can then compare the two in Versions.
again-follow = Follow the job
