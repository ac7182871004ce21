# Ce qui vient de changer ne change pas le plan.
again-old = Le plan ne tient pas encore compte de ce changement.
again-old-why = Il n’est pas refait de lui-même : les dates données restent celles d’avant jusqu’au prochain plan.
again-make = Refaire le plan
again-asked = Le plan se refait.
again-asked-why = La nouvelle version remplacera l’actuelle quand elle sera prête ; les deux se comparent ensuite dans Versions.
again-follow = Suivre le calcul
