# web-list

## Listes
list-columns = Colonnes
list-before = Mettre « { $name } » avant
list-after = Mettre « { $name } » après
list-as-before = Remettre comme au départ
list-resize = Largeur de « { $name } »
list-choose = Choisir { $name }
list-choose-all = Choisir tout ce qui est affiché
list-choose-500 = Choisir les 500 premiers
list-chosen = { $count ->
    [one] { $count } choisi
   *[other] { $count } choisis
  }
list-clear = Ne rien choisir
list-wrong-keys = Corrigez et validez par Entrée, ou renoncez par Échap.
list-keys = Flèches pour se déplacer, Entrée pour ouvrir ou modifier, Espace pour choisir.

## Vues
view-title = Vues gardées
view-keep = Garder cette vue
view-do = Garder
view-name = Nom de la vue
view-what = Elle garde les filtres et l’ordre, pas les données : chacun n’y voit que ce que ses droits donnent.
view-no-name = Donnez un nom à la vue.
view-share = La partager avec l’équipe { $unit }
view-shared-name = { $name } (équipe { $unit })
view-kept = Vue gardée : { $name }.
view-mine = Mes vues
view-drop = Supprimer
view-drop-name = Supprimer la vue { $name }
view-dropped = Vue supprimée : { $name }.
