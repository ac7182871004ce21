# Tenue

## Utilisateurs et unités
upkeep-users-question = Qui peut se connecter, et pour faire quoi ?
upkeep-users-sentence =
    { $count ->
        [one] Une personne peut se connecter.
       *[other] { $n } personnes peuvent se connecter.
    }
upkeep-add-user = Inviter quelqu’un
upkeep-invite = Inviter
upkeep-keep = Enregistrer
upkeep-kept = { $name } : modification enregistrée.
upkeep-change = Modifier
upkeep-change-of = Modifier { $name }
upkeep-invite-again = Nouveau lien
upkeep-invite-again-of = Nouveau lien d’invitation pour { $name }
upkeep-disable = Désactiver
upkeep-disable-of = Désactiver { $name }
upkeep-enable = Réactiver
upkeep-enable-of = Réactiver { $name }
upkeep-did-disabled = { $name } ne peut plus se connecter.
upkeep-did-active = { $name } peut de nouveau se connecter.
upkeep-standing-active = actif
upkeep-standing-disabled = désactivé
upkeep-invitation-mailed = L’invitation faite à { $name } part par courriel à { $login }.
upkeep-invitation-of = Lien d’invitation pour { $name }
upkeep-invitation-why = Envoyez-le à cette personne seulement. Il n’est montré qu’une fois et vaut sept jours.
upkeep-by-mail = Envoyer l’invitation par courriel
upkeep-by-mail-why = Un lien pour choisir son mot de passe part à son adresse ; personne d’autre ne le voit.
upkeep-by-link-why = Le lien vous est montré une fois, à remettre vous-même.
upkeep-copy = Copier
upkeep-copied = Copié
upkeep-name = Nom
upkeep-login = Adresse de messagerie
upkeep-roles = Rôles
upkeep-role-director = directeur commercial
upkeep-role-manager = responsable d’équipe
upkeep-role-seller = vendeur
upkeep-role-sales-ops = administration des ventes
upkeep-role-finance = finance
upkeep-role-compliance = conformité
upkeep-role-human-resources = ressources humaines
upkeep-role-coach = accompagnateur
upkeep-role-general-management = direction générale
upkeep-role-partner-admin = administrateur d’un partenaire
upkeep-role-partner-user = utilisateur d’un partenaire
upkeep-role-auditor = auditeur
upkeep-role-administrator = administrateur
upkeep-no-role = Cochez-en au moins un : sans rôle, personne ne peut rien faire.
upkeep-despite = Contrôle qui compense le cumul
upkeep-despite-hint = Qui relit, quoi, et tous les combien.
upkeep-unit = Unité
upkeep-no-unit = aucune
upkeep-person = Personne de l’atelier
upkeep-person-hint = Son code dans le fichier des équipes, tel que « camille » : un vendeur lit sa propre journée.
upkeep-person-why = Qui il est dans le plan : un vendeur lit sa propre journée.
upkeep-no-person = aucune
upkeep-firm = Entreprise partenaire
upkeep-units = Unités
upkeep-no-units = Aucune unité : chacun voit selon son rôle seul.
upkeep-new-unit = Ajouter une unité
upkeep-part-of = dans { $unit }
upkeep-nobody = personne
upkeep-vacant = Personne n’en est responsable
upkeep-deputy-is = suppléance : { $name }
upkeep-parent = Fait partie de
upkeep-supervisor = Responsable
upkeep-deputy = Suppléant
upkeep-unit-kept = Unité { $unit } enregistrée.

## Travaux
upkeep-jobs-question = Que fait le serveur en ce moment ?
upkeep-jobs-sentence =
    { $count ->
        [0] Rien : tous les travaux demandés ont pris fin.
        [one] Un travail est en cours ou en attente.
        *[other] { $n } travaux sont en cours ou en attente.
    }
upkeep-verify = Vérifier le journal maintenant
upkeep-verify-why = Chaque chiffre affiché est recompté depuis les faits, et les faits comparés à l’arbre signé ; chaque nuit, cela se fait tout seul.
upkeep-no-jobs = Aucun travail n’a encore été lancé.
upkeep-no-jobs-why = Un plan lancé depuis la page Plan, un import, une vérification du journal : tout ce qui dure paraît ici.
upkeep-job-plan = Planification
upkeep-job-import = Import de fichiers
upkeep-job-verify = Vérification du journal
upkeep-job-webhook = Message à une adresse prévenue
upkeep-job-mail = Envoi d’un courriel
upkeep-job-overload = Avis de surcharge de la semaine
upkeep-job-is-waiting = en attente
upkeep-job-is-running = en cours
upkeep-job-is-done = terminé
upkeep-job-is-failed = échoué
upkeep-job-is-cancelled = annulé
upkeep-progress = { $done } sur { $total }
upkeep-progress-of = Avancement : { $name }
upkeep-cancel-job = Annuler ce travail
upkeep-older = Plus anciens

## Journal des accès
upkeep-journal-question = Qui a voulu lire quoi ?
upkeep-journal-own = Seules vos propres lignes sont montrées : celles des autres attendent la consultation du comité social et économique.
upkeep-journal-sentence = Les refus, et ce qu’ont lu ceux qui peuvent tout lire. Une ligne ne se corrige pas, et ne s’efface qu’au bout de douze mois.
upkeep-journal-logins = Votre fonction lit les identifiants de connexion ; les noms, qui gère les utilisateurs.
upkeep-object-by-password = par mot de passe
upkeep-object-by-second-factor = par le second facteur
upkeep-object-by-invitation = par une invitation
upkeep-object-by-provider = par le fournisseur d’identité
upkeep-object-accesses = le journal des accès
upkeep-object-accounts = les comptes
upkeep-object-approvals = les affaires à confirmer
upkeep-object-archives = les archives
upkeep-object-board = le tableau de planning
upkeep-object-bottlenecks = ce qui freine le plan
upkeep-object-cascade = la cascade des objectifs
upkeep-object-checkpoint = le point de contrôle du registre
upkeep-object-companies = les entreprises
upkeep-object-contacts = les interlocuteurs
upkeep-object-conversations = les conversations
upkeep-object-day = la journée
upkeep-object-exports = les exports
upkeep-object-facts = le registre
upkeep-object-feed = l’abonnement d’agenda
upkeep-object-files = les pièces
upkeep-object-flow = le flux des conversations
upkeep-object-funnel = les besoins nets
upkeep-object-gate = la consultation du comité
upkeep-object-give-back = le temps rendu
upkeep-object-imports = les imports
upkeep-object-indicators = les indicateurs
upkeep-object-invitation = une invitation
upkeep-object-jobs = les travaux
upkeep-object-load = la charge du plan
upkeep-object-merges = les fusions
upkeep-object-objectives = les objectifs
upkeep-object-opportunities = les affaires
upkeep-object-orders = les actions
upkeep-object-people = les personnes du plan
upkeep-object-plans = les versions du plan
upkeep-object-processes = les processus
upkeep-object-promise = ce qui peut être promis
upkeep-object-promises = les promesses
upkeep-object-replan = la re-planification
upkeep-object-retention = la conservation des données
upkeep-object-roles = les rôles
upkeep-object-scenarios = les scénarios
upkeep-object-search = la recherche
upkeep-object-session = la session
upkeep-object-sessions = les sessions
upkeep-object-suggestions = les suggestions
upkeep-object-tokens = les clés d’accès
upkeep-object-units = les unités
upkeep-object-users = les utilisateurs
upkeep-object-views = les vues enregistrées
upkeep-object-webhooks = les abonnements
upkeep-object-why = la raison d’une date
upkeep-object-wip = l’en-cours
upkeep-object-workshop = les équipes et leurs horaires
upkeep-no-accesses = Aucun accès n’est encore noté.
upkeep-no-accesses-why = Les refus et les lectures privilégiées paraîtront ici.
upkeep-outcome-refused = refusé
upkeep-outcome-read = lu
upkeep-outcome-written = écrit
upkeep-outcome-entered = entré
upkeep-column-when = Quand
upkeep-column-who = Qui
upkeep-column-outcome = Issue
upkeep-column-permission = Droit demandé
upkeep-column-object = Objet

## Réglages
upkeep-settings-question = Comment Atelier parle‑t‑il aux autres outils ?
upkeep-settings-answer = { $hooks ->
    [0] Aucune adresse n’est prévenue
    [one] Une adresse est prévenue
   *[other] { $hooks } adresses sont prévenues
  }, { $keys ->
    [0] et vous n’avez aucune clé.
    [one] et vous avez une clé.
   *[other] et vous avez { $keys } clés.
  }
upkeep-keys = Mes clés pour les programmes
upkeep-keys-why = Un programme qui porte une clé peut ce que vous pouvez, et jamais plus. Chaque clé a une date de fin.
upkeep-no-keys = Vous n’avez aucune clé.
upkeep-key-ends = jusqu’au { $day }
upkeep-key-seen = utilisée pour la dernière fois { $day }
upkeep-make-key = Créer une clé
upkeep-key-name = À quoi elle sert
upkeep-key-days = Durée, en jours
upkeep-key-scope = Droits
upkeep-key-all = tous les miens
upkeep-key-read = lire seulement
upkeep-key-of = Clé « { $name } »
upkeep-key-once = Donnez-la au programme maintenant : elle n’est montrée qu’une seule fois.
upkeep-withdraw = Retirer
upkeep-withdraw-of = Retirer la clé « { $name } »
upkeep-withdrawn = Clé « { $name } » retirée.
upkeep-hooks = Adresses prévenues des événements (webhooks)
upkeep-no-hooks = Aucune adresse n’est prévenue.
upkeep-hook-add = Prévenir une adresse
upkeep-hook-url = Adresse (https)
upkeep-hook-every = tout ce qui se passe
upkeep-hook-secret = Secret de signature de { $url }
upkeep-hook-once = Les messages sont signés avec lui. Il n’est montré qu’une fois.
upkeep-hook-test = Essayer
upkeep-hook-test-of = Essayer { $url }
upkeep-hook-tested = { $url } a répondu { $status }.
upkeep-hook-rotate = Nouveau secret
upkeep-hook-rotate-of = Nouveau secret pour { $url }
upkeep-hook-remove = Ne plus prévenir
upkeep-hook-remove-of = Ne plus prévenir { $url }
upkeep-hook-removed = { $url } n’est plus prévenue.
upkeep-keeping-question = Que gardons-nous des personnes, et avec quel accord ?
upkeep-gate = Consultation du comité social et économique
upkeep-gate-open = Consulté le { $day }. Preuve : { $proof }
upkeep-gate-shut = Pas encore consulté : ce qui observe une personne au travail reste fermé.
upkeep-gate-behind = En attendent l’avis : { $watches }.
upkeep-watch-diagnosis-by-person = le diagnostic par personne
upkeep-watch-yield-of-person = le rendement d’une personne
upkeep-watch-readings-of-others = les accès des autres (sauf pour conformité, audit et administration)
upkeep-watch-authors-of-facts = l’auteur de chaque écriture du registre (sauf pour conformité et audit)
upkeep-gate-day = Jour de la consultation
upkeep-gate-proof = Où est la preuve
upkeep-gate-record = Noter la consultation
upkeep-gate-recorded = Consultation notée.
upkeep-council = Dossier du comité : ce qui est conservé sur ceux qui travaillent ici
upkeep-council-answer =
    { $count ->
        [one] Une sorte de donnée concerne ceux qui travaillent ici, dont { $waiting } en attente de la consultation du comité.
        *[other] { $n } sortes de données concernent ceux qui travaillent ici, dont { $waiting } en attente de la consultation du comité.
    }
upkeep-council-print = Imprimer le dossier
upkeep-council-download = Télécharger le dossier
upkeep-council-name = dossier-cse.html
upkeep-council-made = { $company }, établi par Atelier { $version } le { $day }.
upkeep-council-waits = attend la consultation
upkeep-council-holds = Contenu
upkeep-council-serves = Finalité
upkeep-council-space = Domaine
upkeep-council-readers = Accès en lecture
upkeep-council-writers = Accès en écriture
upkeep-council-kept = Conservation
upkeep-council-nobody = personne
upkeep-council-program = le programme, de lui-même
upkeep-council-others = Les autres données ne parlent pas des salariés : { $names }.
upkeep-retention = Durées de conservation
upkeep-retention-none = Personne n’est arrivé au terme de sa durée de conservation.
upkeep-retention-some =
    { $count ->
        [one] Une personne est arrivée au terme de sa durée de conservation : { $ask } à interroger, { $wait } en attente de réponse, { $over } à retirer.
        *[other] { $n } personnes sont arrivées au terme de leur durée de conservation : { $ask } à interroger, { $wait } en attente de réponse, { $over } à retirer.
    }
upkeep-retention-to-ask = { $name } : au terme depuis le { $day }. Demandez une fois si l’on garde sa fiche.
upkeep-retention-asked = { $name } : question posée le { $asked }, sans réponse. À retirer le { $until }.
upkeep-retention-silent = { $name } : question posée le { $asked }, restée sans réponse. À retirer.
upkeep-retention-no = { $name } : question posée le { $asked }, réponse non. À retirer.
upkeep-retention-question = La question
upkeep-retention-question-of = La question posée à { $name }
upkeep-retention-first = Les { $n } premières sont montrées.
upkeep-retention-end = Terminer les durées échues
upkeep-retention-end-what = Les personnes dont l’entreprise a conclu une affaire passent aux archives tant que le contrat peut devoir être prouvé : elles disparaissent des listes, et seule la conformité les y lit. Les autres sont effacées pour toujours, et leur clé détruite.
upkeep-retention-ground = Motif des archives
upkeep-retention-ground-contract = le contrat, 5 ans
upkeep-retention-ground-accounts = les comptes, 10 ans
upkeep-retention-ground-from = Les années comptent depuis la dernière affaire conclue.
upkeep-retention-archived =
    { $count ->
        [one] Une personne est au terme de ses archives : elle est à effacer.
        *[other] { $n } personnes sont au terme de leurs archives : elles sont à effacer.
    }
upkeep-retention-unasked =
    { $count ->
        [one] Aussi la personne à qui rien n’a été demandé
        *[other] Aussi les { $n } personnes à qui rien n’a été demandé
    }
upkeep-retention-so-many =
    { $count ->
        [0] Personne n’est à retirer.
        *[other] Aux archives : { $archived }. Effacées pour toujours : { $erased }.
    }
upkeep-retention-count = Nombre de personnes à retirer
upkeep-retention-count-wrong = Écrivez { $n } pour confirmer.
upkeep-retention-end-do = Terminer ces durées
upkeep-retention-ended = Durées terminées : { $archived } aux archives, { $erased } effacées.
upkeep-archives = Archives
upkeep-archives-what = Les personnes gardées à part pour prouver un contrat ou justifier les comptes. Personne d’autre ne les voit, ni dans les listes, ni dans les exports.
upkeep-archives-find = Chercher par le nom
upkeep-archives-none = Personne n’est aux archives.
upkeep-archives-not-found = Personne aux archives n’a « { $text } » dans son nom.
upkeep-archives-contract = Contrat : aux archives depuis le { $on }, à effacer le { $until }.
upkeep-archives-accounts = Comptes : aux archives depuis le { $on }, à effacer le { $until }.
upkeep-archives-package = Dossier
upkeep-archives-package-of = Dossier : { $name }
upkeep-archives-take-out = Sortir des archives
upkeep-archives-take-out-of = Sortir des archives : { $name }
upkeep-archives-taken-out = { $name } est de nouveau dans la base de travail.
upkeep-archives-part = { $n } personnes montrées ici, sur { $all }.
upkeep-archives-next = Les suivantes
upkeep-archives-first = Revenir aux premières
upkeep-question-of = La question posée à { $name }
upkeep-question-what = Un projet à relire et à envoyer vous-même. La réponse se note avec les accords de la personne, sur la page de son entreprise : un accord la garde, une opposition l’efface.
upkeep-question-language = Langue de la lettre
upkeep-question-mail = Ouvrir dans la messagerie
upkeep-question-copy = Copier
upkeep-question-copied = Copié.
upkeep-question-not-copied = Le navigateur refuse l’accès au presse-papiers : sélectionnez le texte et copiez-le.
upkeep-question-channel = Posée par
upkeep-question-note = Noter que la question est posée
upkeep-question-noted = Question posée à { $name } : notée.
upkeep-question-asked = Posée le { $day } ; sans accord, à effacer le { $until }.
upkeep-channel-mail = courriel
upkeep-channel-phone = téléphone
upkeep-channel-message = message
upkeep-channel-post = courrier postal
upkeep-channel-visit = visite
