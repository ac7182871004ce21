# web-views

## Vues
view-title = Vues enregistrées
view-keep = Enregistrer cette vue
view-do = Enregistrer
view-name = Nom de la vue
view-what = Elle garde les filtres et l’ordre, pas les données : chacun n’y voit que ce que ses droits donnent.
view-no-name = Donnez un nom à la vue.
view-share = La partager avec l’équipe { $unit }
view-shared-name = { $name } (équipe { $unit })
view-kept = Vue enregistrée : { $name }.
view-mine = Mes vues
view-drop = Supprimer
view-drop-name = Supprimer la vue { $name }
view-dropped = Vue supprimée : { $name }.

## Filtres
narrow-every-state = Tous les états
narrow-state = État
narrow-every-who = Tout le monde
narrow-who = Qui
narrow-every-kind = Tous les travaux
narrow-kind = Sorte de travail
narrow-every-outcome = Toutes les issues
narrow-none = Rien ne correspond à ces filtres.
narrow-none-read = Parmi les { $count } lignes lues. Les plus anciennes sont plus bas.
narrow-all = Tout montrer
narrow-ahead = à faire
narrow-done = faites
narrow-unplaced = sans date
narrow-there = en place
