# What has just changed does not change the plan.
again-old = The plan does not count this change yet.
again-old-why = It is not made again by itself: the dates given stay those from before until the next plan.
again-make = Make the plan again
again-asked = The plan is being made again.
again-asked-why = The new version takes the place of the present one when it is ready; both can then be compared in Versions.
again-follow = Follow the job
