# Affaires à confirmer, et ma fonction

approvals-question = Quelles affaires gagnées faut-il confirmer ?
approvals-sentence =
    { $count ->
        [0] Aucune affaire gagnée n’attend depuis ce jour.
        [one] Une affaire gagnée attend d’être confirmée.
       *[other] { $n } affaires gagnées attendent d’être confirmées.
    }
approvals-many = Plus de { $n } affaires gagnées attendent : choisissez le jour à partir duquel vous les confirmez.
approvals-rule = Qui a enregistré une affaire, la suit ou a noté un échange à son sujet ne la confirme pas.
approvals-by-finance = La finance les confirme : une affaire avec sa preuve du client n’attend pas longtemps.
approvals-none = Aucune affaire gagnée n’attend.
approvals-none-why = Dès qu’une affaire est gagnée, elle attend ici qu’une autre personne la confirme ; elle y revient quand son montant, son client ou son jour change.
approvals-none-next = Voir les affaires
approvals-from = Gagnées à partir du
approvals-show = Montrer
approvals-older = Les suivantes
approvals-column-deal = Affaire
approvals-column-amount = Montant
approvals-column-closed = Gagnée le
approvals-column-recorded = Enregistrée par
approvals-column-evidence = Preuve du client
approvals-column-state = Avis
approvals-evidence = preuve
approvals-no-evidence = aucune preuve
approvals-lapsed = Avis échu : { $changes }
approvals-judge-of = Donner un avis sur { $name }
approvals-choose = Choisir { $name }
approvals-choose-all = Choisir les { $count } affaires que je peux confirmer ici
approvals-choose-none = Ne rien choisir
approvals-chosen = Affaires choisies
approvals-chosen-count =
    { $count ->
        [one] Une affaire choisie
       *[other] { $count } affaires choisies
    }
approvals-judge-all =
    { $count ->
        [one] Donner un avis sur l’affaire choisie
       *[other] Donner un avis sur les { $count } affaires choisies
    }
approvals-all-title =
    { $count ->
        [one] Cette commande existe-t-elle ?
       *[other] Ces { $count } commandes existent-elles ?
    }
approvals-all-list = Les affaires choisies
approvals-all-without =
    { $count ->
        [one] une sans preuve du client
       *[other] { $count } sans preuve du client
    }
approvals-all-reason-needed = La même pour toutes, et à dire : pour certaines, rien ne vient du client. Qu’avez-vous vu ?
approvals-all-bare =
    { $count ->
        [one] Une de ces affaires n’a aucune preuve du client : dites ce que vous avez vu.
       *[other] { $count } de ces affaires n’ont aucune preuve du client : dites ce que vous avez vu.
    }
approvals-all-refusal = Dites pourquoi vous les refusez.
approvals-all-did-confirmed =
    { $count ->
        [one] Une commande confirmée.
       *[other] { $count } commandes confirmées.
    }
approvals-all-did-refused =
    { $count ->
        [one] Une commande refusée.
       *[other] { $count } commandes refusées.
    }

confirm-heading = Confirmation de la commande
confirm-open = Donner un avis
confirm-title = Cette commande existe-t-elle ? { $name }
confirm-no-amount = montant non dit
confirm-won-on = gagnée le { $day }
confirm-no-day = jour non dit
confirm-changed = Depuis l’avis précédent a changé : { $changes }.
confirm-changed-amount = le montant
confirm-changed-customer = le client
confirm-changed-day = le jour
confirm-changed-standing = rouverte puis regagnée
confirm-evidence =
    { $count ->
        [one] Le client a donné une preuve
       *[other] Le client a donné { $count } preuves
    }
confirm-evidence-none = Aucune preuve du client
confirm-evidence-count =
    { $count ->
        [0] sans preuve du client
        [one] une preuve du client
       *[other] { $count } preuves du client
    }
confirm-kind-conversation = Échange
confirm-kind-order = Action déclarée
confirm-kind-file = Fichier
confirm-reason = Raison
confirm-reason-hint = À dire pour refuser.
confirm-reason-needed = À dire : rien ne vient du client. Qu’avez-vous vu ?
confirm-give = Confirmer
confirm-refuse = Refuser
confirm-did-confirmed = { $name } : commande confirmée.
confirm-did-refused = { $name } : commande refusée.
confirm-did-back = { $name } : avis repris, l’affaire attend de nouveau.
confirm-back = Reprendre mon avis
confirm-state-waiting = attend d’être confirmée
confirm-state-confirmed = confirmée
confirm-state-refused = refusée
confirm-state-lapsed = attend de nouveau
confirm-said-waiting = Enregistrée par { $who }, { $when } ; une autre personne doit la confirmer.
confirm-said-confirmed = Confirmée par { $who }, { $when }.
confirm-said-refused = Refusée par { $who }, { $when }. Corrigez l’affaire ou faites joindre ce qui manque : elle pourra être jugée de nouveau.
confirm-said-lapsed = L’avis donné par { $who }, { $when }, ne vaut plus. Ce qui a changé : { $changes }.
confirm-barred-recorded = Vous l’avez enregistrée : une autre personne la confirme.
confirm-barred-leads = Vous suivez cette affaire : une autre personne la confirme.
confirm-barred-captured = Vous avez tenu ou noté un échange, ou ajouté une pièce : une autre personne la confirme.
confirm-verdict-confirmed = Confirmée
confirm-verdict-refused = Refusée
confirm-verdict-withdrawn = Avis repris
confirm-history =
    { $count ->
        [one] Un avis donné
       *[other] { $count } avis donnés
    }

function-question = Qu’est-ce qui attend ma fonction ?
function-answer = { $count ->
    [0] Rien n’attend votre fonction ({ $roles }).
    [one] Une chose attend votre fonction ({ $roles }).
   *[other] { $n } choses attendent votre fonction ({ $roles }).
  }
function-pending = Ce qui attend
function-pending-none = Rien de ce que le programme connaît n’attend l’accord de votre fonction.
function-deals =
    { $count ->
        [0] Aucune affaire gagnée à confirmer
        [one] Une affaire gagnée à confirmer
       *[other] { $n } affaires gagnées à confirmer
    }
function-deals-others =
    { $count ->
        [0] Aucune affaire gagnée n’attend la finance
        [one] Une affaire gagnée attend la finance
       *[other] { $n } affaires gagnées attendent la finance
    }
function-retention =
    { $count ->
        [0] Personne dont le terme de conservation est passé
        [one] Une personne dont le terme de conservation est passé
       *[other] { $n } personnes dont le terme de conservation est passé
    }
function-gate-open = CSE consulté le { $day }
function-gate-shut = La consultation du CSE n’est pas notée
function-pages = Ce que mes droits ouvrent
function-no-page = Vos droits n’ouvrent aucune autre page.
function-no-page-why = Un administrateur peut vous donner un rôle de plus.
