# L’atelier : qui travaille, et quand

workshop-question = Qui travaille, et quand ?
workshop-sentence =
    { $count ->
        [one] Une personne
        *[other] { $n } personnes
    }{ $teams ->
        [0] {""}
        [one] {" dans une équipe"}
        *[other] {" dans "}{ $teams } équipes
    } : { $hours } de travail par semaine, dont { $planned } pour les actions planifiées.
workshop-none = Aucun atelier n’est encore écrit.
workshop-none-why = L’atelier dit qui travaille, à quelles heures, et qui est absent. Sans lui, aucun plan ne sait combien de temps il y a.
workshop-begin = Écrire l’atelier
workshop-unreadable = Cette version de l’atelier ne se lit plus.
workshop-unreadable-why = Elle a été gardée par un programme plus ancien. Corrigez le texte : les fautes sont dites à leur ligne quand vous l’enregistrez.
workshop-views = Vues de l’atelier
workshop-view-people = Personnes
workshop-view-absences = Absences
workshop-view-days = Horaires et jours fériés
workshop-view-text = Texte

## Le plan

## Personnes
workshop-look = Chercher un nom, une équipe, une compétence
workshop-nobody = Personne n’est inscrit dans l’atelier.
workshop-nobody-why = Sans personne, aucun plan ne donne d’heure à quoi que ce soit. Ajoutez la première, avec son poste et son horaire.
workshop-nobody-found = Personne ne correspond à cette recherche.
workshop-nobody-found-why = La recherche porte sur les noms, les équipes, les postes et les compétences.
workshop-no-team = Sans équipe
workshop-team =
    { $count ->
        [one] une personne
        *[other] { $n } personnes
    } · { $planned } planifiables par semaine
workshop-person = Personne
workshop-calendar = Horaire
workshop-no-calendar = Sans horaire
workshop-part = temps partiel { $share }
workshop-week = Semaine
workshop-planned = Planifiable
workshop-skills = Compétences
workshop-next-away = Prochaine absence
workshop-change = Modifier
workshop-change-of = Modifier les horaires : { $name }
workshop-hours-of = Horaires : { $name }
workshop-hours-changed = Horaires modifiés : { $name }.
workshop-person-add = Ajouter une personne
workshop-person-do = Ajouter
workshop-person-added = { $name } est dans l’atelier.
workshop-name = Nom
workshop-name-missing = Saisissez un nom.
workshop-code = Code
workshop-code-hint = Court et sans accent. Les plans et les imports désignent ainsi la personne ; il ne change plus ensuite.
workshop-code-missing = Saisissez un code.
workshop-kind = Poste
workshop-part-time = Temps de travail, en %
workshop-part-time-hint = 100 pour un temps plein. Chaque journée est raccourcie par la fin.
workshop-share = Part donnée aux actions planifiées, en %
workshop-share-hint = Le reste va aux imprévus, aux réunions, aux appels qui arrivent.
workshop-no-share = Saisissez un pourcentage, de 1 à 100.
workshop-team-of = Équipe
workshop-skills-hint = Séparées par des virgules.

## Absences
workshop-absences-sentence =
    { $count ->
        [0] Personne n’est absent
        [one] Une personne est absente
        *[other] { $n } personnes sont absentes
    } au moins un jour, de { $from } à { $to }.
workshop-months = Mois montrés
workshop-months-before = Trois mois plus tôt
workshop-months-after = Trois mois plus tard
workshop-absence-add = Ajouter une absence
workshop-absence-do = Ajouter
workshop-absence-of = Absence : { $name }
workshop-absence-remove = Retirer l’absence
workshop-absence-change-of = Modifier l’absence : { $name }, { $days }
workshop-absence-added = Absence ajoutée : { $name }, { $days }.
workshop-absence-changed = Absence modifiée : { $name }, { $days }.
workshop-absence-removed = Absence retirée : { $name }, { $days }.
workshop-no-absence = Aucune absence sur ces six mois.
workshop-no-absence-why = Une absence retire la personne du plan pour ces jours-là.
workshop-no-absence-next = La prochaine commence en { $month }.
workshop-see-month = Voir { $month }
workshop-first-day = Premier jour d’absence
workshop-last-day = Dernier jour d’absence
workshop-last-day-hint = Ce jour est compris.
workshop-no-day = Saisissez un jour.
workshop-away = { $first } au { $last }
workshop-legend-away = absence
workshop-legend-closed = jour fermé pour tous
workshop-legend-today = aujourd’hui
workshop-other-writing = Ces absences sont écrites en tables séparées.
workshop-other-writing-why = Ce formulaire ne change que des absences écrites en liste. Modifiez-les dans le texte.

## Horaires et jours
workshop-calendars = Horaires de la semaine
workshop-calendar-of =
    { $hours } par semaine · { $count ->
        [0] personne ne le suit
        [one] une personne le suit
        *[other] { $count } personnes le suivent
    }
workshop-day-mon = lun.
workshop-day-tue = mar.
workshop-day-wed = mer.
workshop-day-thu = jeu.
workshop-day-fri = ven.
workshop-day-sat = sam.
workshop-day-sun = dim.
workshop-off = repos
workshop-differ = Jours qui diffèrent
workshop-no-day-differs = Aucun : pont, réunion, journée raccourcie s’ajoutent ici.
workshop-closed = fermé
workshop-everybody = tout le monde
workshop-day-add = Ajouter un jour
workshop-day-of = Jour qui diffère : { $day }
workshop-day-change-of = Modifier { $day }
workshop-day-added = Jour ajouté : { $day }.
workshop-day-changed = Jour modifié : { $day }.
workshop-day-remove = Retirer le jour
workshop-day-removed = Jour retiré : { $day }.
workshop-day-on = Jour
workshop-day-fr = Nom en français
workshop-day-hint = Par exemple « Pont de l’Ascension ».
workshop-day-en = Nom en anglais
workshop-no-name = Donnez un nom à ce jour.
workshop-day-who = Qui est concerné
workshop-day-hours = Heures travaillées
workshop-day-hours-hint = Par exemple 09:00-12:00, 13:30-16:00. Laissez vide si on ne travaille pas.
workshop-holidays = Jours fériés
workshop-holidays-of = Jours fériés de
workshop-holidays-fr = France
workshop-holidays-fr-57 = Moselle
workshop-holidays-fr-67 = Bas-Rhin
workshop-holidays-fr-68 = Haut-Rhin
workshop-holidays-none = aucun
workshop-holidays-changed = Les jours fériés sont modifiés.
workshop-holidays-computed = Ils sont calculés, jamais listés. Pour travailler un jour férié, ajoutez un jour qui diffère avec ses heures.

## Texte
workshop-text-why = Le texte est la vérité : les formulaires y changent une ligne et laissent les autres, commentaires compris. La ligne de commande lit le même.
workshop-text-of = Texte de l’atelier
workshop-text-changed = Modifié, pas enregistré
workshop-text-kept = Version { $version }, enregistrée
workshop-text-keep = Enregistrer
workshop-kept = Atelier enregistré, version { $version }.
workshop-meanwhile = Quelqu’un d’autre a modifié l’atelier entre-temps.
workshop-meanwhile-why = Votre texte est encore là. Gardez-le et il remplace le leur, ou voyez d’abord la version récente.
workshop-keep-mine = Garder mon texte
workshop-see-theirs = Voir la version récente
workshop-over-theirs = Refaire mon changement dessus
workshop-moved = L’atelier a encore changé depuis.
workshop-moved-why = Annuler effacerait le changement qui a suivi. Changez de nouveau ce qu’il faut.
