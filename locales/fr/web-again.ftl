# Ce qui vient de changer ne change pas le plan.
again-old = Le plan ne tient pas encore compte de ce changement.
again-old-why = Il n’est pas refait de lui-même : jusqu’au prochain plan, les dates restent celles d’avant.
again-make = Refaire le plan
again-asked = Le plan est en train d’être refait.
again-asked-why = La nouvelle version remplacera l’actuelle quand elle sera prête ; les deux se comparent ensuite dans Versions.
again-follow = Suivre le calcul
