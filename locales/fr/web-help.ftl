# Aide : une rubrique par page, son adresse sans la barre

help-day = Qui appeler aujourd’hui, dans quel ordre, vers quel progrès du client, et pourquoi maintenant. La journée est celle que le plan vous donne : heures, durée, client, thème, moyen.
help-day-do =
    Ouvrir une action montre la fiche de préparation ; après la conversation, quatre champs suffisent à noter ce qui s’est passé.
    Reporter demande une raison et un jour ; refuser demande une raison. L’action sort de la liste, la raison reste lisible.
    « Pourquoi ? » remonte de l’action à l’affaire, à l’étape, puis à l’objectif.
help-day-read = Une forme et un mot disent où en est l’action : à l’heure, tendue quand son échéance approche, en retard quand elle est passée. Les heures libres sont celles de votre horaire, moins les absences et ce qui est déjà placé. Sous la liste, au plus cinq conversations qui vaudraient la peine ; tout en bas, ce qui n’a pas trouvé de place, avec la cause. Rien ne bouge pendant que vous lisez : la liste change quand le plan change.
help-conversations = Où en sont nos échanges, client par client : ce qui a été tenu, ce qui vient, ce qui a été promis dans les deux sens, et qui se tait. Les plus pressants viennent en premier.
help-conversations-do =
    Choisissez ce qui est montré : promesses échues, clients silencieux, échanges à venir.
    Soldez une promesse : tenue, non tenue, abandonnée, ou fixée à une autre date.
    Ouvrez un client pour lire tout ce qui s’est passé avec lui.
help-conversations-read = Une promesse est échue quand sa date est passée sans que personne n’ait dit ce qu’elle est devenue. Un client est silencieux quand le dernier échange tenu est ancien ; le nombre de jours est compté depuis cet échange. Tout vient des conversations notées et du plan en vigueur : ce qui n’a pas été noté n’existe pas ici.
help-calendar = Que me réserve cette semaine ? Les actions que le plan a placées, jour par jour, aux heures de travail de la personne.
help-calendar-do =
    Changez de semaine avec les flèches ; « t » revient à la semaine d’ouverture du plan.
    Ouvrez une action pour passer à la journée où elle se tient.
    Créez votre adresse secrète, tout en bas, et collez-la dans l’agenda de votre téléphone : vos rendez-vous s’y tiennent à jour.
help-calendar-read = Les heures sont celles de l’entreprise. L’adresse secrète ne montre que vos rendez-vous, ne permet d’en changer aucun, et n’est affichée qu’une fois : perdue ou vue par d’autres, créez-en une autre, la première cesse aussitôt. Un changement de mot de passe la retire aussi. Votre agenda la relit à son rythme, souvent toutes les quelques heures.
help-give-back = Atelier me rend-il plus de temps qu’il ne m’en prend ? D’un côté les minutes passées à saisir, de l’autre celles que la préparation, les relances et les lettres vous épargnent.
help-give-back-do =
    Comparez les mois.
    Lisez sous chaque ligne comment elle est comptée.
    Si la saisie prend plus qu’elle ne rend, dites-le : c’est un défaut de l’outil.
help-give-back-read = Les minutes de saisie sont mesurées de l’ouverture du formulaire à l’envoi et gardées par le serveur avec l’échange. Les minutes rendues sont le nombre d’usages, multiplié par une durée supposée, dite sous chaque ligne : rien ne la mesure. Une fiche compte quand elle a été ouverte avant un échange noté ensuite, une lettre quand son brouillon a été demandé. Chacun lit ses propres nombres ; qui voit toute l’entreprise en lit le total, jamais ceux d’une personne.
help-sheet = Que faut-il savoir avant cette conversation ? Qui est en face, les dernières promesses dans les deux sens, le but dans les mots du client, et la preuve qui manque pour avancer.
help-sheet-do =
    Lisez d’abord les promesses : c’est par elles que la conversation commence.
    Choisissez parmi les questions celles qui amènent la preuve attendue.
    Imprimez : la fiche tient sur une page.
help-sheet-read = Le scénario d’usage, les questions et les preuves viennent du mode opératoire du processus. Le but, les promesses et les derniers échanges sont ceux qui ont été notés : une fiche vide veut dire que rien ne l’a été. Une preuve compte quand elle vient du client, pas quand nous la supposons. Après la conversation, la saisie est au même endroit, avec quatre champs.
help-conversation = Que s’est-il dit dans cet échange, et qu’en reste-t-il ? L’issue, le but dans les mots du client, les promesses, les preuves et la prochaine date.
help-conversation-do =
    Préparez la lettre qui confirme : elle reprend ce qui a été noté, vous la relisez et l’envoyez de votre messagerie.
    Soldez les promesses qui en sont nées.
    Annulez une saisie faite par erreur : l’affaire revient où elle était.
help-conversation-read = Rien ne s’efface : une saisie annulée reste lisible comme annulée, avec qui l’a faite et quand. Les preuves ont la durée de validité que dit le processus ; passée, l’étape peut demander de la confirmer. La lettre est un brouillon, jamais envoyée d’ici. Une conversation notée sans réseau attend sur cet appareil et part une seule fois quand il revient.
help-note = Que s’est-il dit avec un client sans que rien n’ait été prévu ? Un appel reçu, une rencontre sur un salon : avec qui, par quel moyen, à propos de quelle affaire, et ce qu’il en reste.
help-note-do =
    Choisissez la société, puis l’interlocuteur et le moyen.
    Dites à propos de quelle affaire, s’il y en a une : les preuves que son étape attend sont alors proposées.
    Notez le but avec ses mots, les promesses, la prochaine date ; le bouton de l’issue enregistre.
help-note-read = L’échange compte comme un échange prévu : santé de la relation, promesses, délais de contact, lettre. Il porte sur l’étape où en est l’affaire et ne la fait pas changer d’étape à lui seul. Ce que le plan avait prévu avec ce client y reste.
help-plan = Peut-on tenir l’objectif ? La phrase du haut répond, avec ce qui manque et la semaine où cela manque. En dessous, la charge de chaque semaine face à la capacité.
help-plan-do =
    Choisissez un poste : vendeurs, avant-vente, télévente.
    Ouvrez une semaine pour lire ce qui fait sa charge et qui est là.
    Lisez ce qui freine le plus : étape, rendement ou attente.
    Voyez qui a une semaine trop pleine la semaine prochaine, et ouvrez son tableau.
help-plan-read = La charge vient de l’objectif : le nombre d’affaires, divisé par les rendements des étapes, multiplié par les temps des actions, avancé des délais. La capacité vient des horaires, des absences, et de la part de temps donnée aux actions planifiées. Au-dessus de la ligne, le travail attend. Le manque cumulé compte ce que toutes les semaines jusque-là n’ont pas pu faire. Horaires et absences se changent dans Équipes.
help-board = Qui fait quoi, et quand ? Les personnes en lignes, le temps en colonnes, chaque action à sa place, celles sans date dans le bac du bas.
help-board-do =
    Glissez une action, ou prenez-la avec Alt et les flèches : les places possibles s’éclairent, les gênes sont nommées, et vous lisez ce que cela change avant de garder.
    « Re-planifier » dit ce qui est arrivé : absence, retard, affaire urgente ou perdue ; la différence est montrée avant d’être appliquée.
    Ouvrez une journée pour sa charge.
help-board-read = Couleur, forme et mot disent à l’heure, tendue ou en retard. Le trait de la charge est la capacité du jour. La période gelée demande une raison. Une action décidée à la main ne bouge plus d’elle-même. Ce que les autres font paraît sans recharger. Chaque changement est une nouvelle version, lisible dans Versions.
help-needs = Que faut-il faire entrer, et quand ? Pour tenir l’objectif d’un processus, combien de clients doivent entrer à chaque étape, semaine par semaine.
help-needs-do =
    Choisissez le processus.
    Lisez l’étape d’entrée : c’est le nombre de contacts à trouver.
    Regardez ce qui aurait déjà dû entrer : c’est le retard d’aujourd’hui.
help-needs-read = On part des affaires attendues et on remonte : à chaque étape, on divise par le rendement et on avance du délai. Ce qui est déjà en cours est retiré : il reste le besoin net. Les nombres sont arrondis vers le haut sur le cumul, pour ne jamais promettre une fraction de client. Rendements et délais sont ceux de la fiche du processus. Une affaire en cours sans étape n’est pas comptée, et c’est dit.
help-wip = Qu’est-ce qui attend, et depuis quand ? Les affaires ouvertes d’un processus, étape par étape, les plus anciennes d’abord.
help-wip-do =
    Ouvrez une affaire qui vieillit : ce qui la ferait avancer se lit dans sa fiche.
    Regardez celles qui n’ont aucune action prévue : rien ne les fera avancer.
help-wip-read = L’âge est compté depuis l’arrivée à l’étape ; sans cette date, depuis l’ouverture, et la ligne le dit. Une affaire vieillit quand elle est là depuis plus de deux fois le délai habituel de l’étape : celui des passages mesurés, sinon celui du processus. Le nombre attendu vient du débit et du délai des douze derniers mois.
help-scenarios = Que changer pour tenir l’objectif ? Chaque colonne est une hypothèse, à côté du plan tel qu’il est : ce qu’elle change en heures, en contacts, en affaires et en marge.
help-scenarios-do =
    Comparez les scénarios gardés par l’entreprise.
    Essayez une hypothèse : meilleure conversation à une étape, plus de contacts, à distance, renfort.
    Posez la question « deux fois plus de suivi, ou une meilleure conversation ? ».
help-scenarios-read = Rien n’est publié : une hypothèse ne change ni le plan ni une date. Chaque colonne refait le calcul de la charge avec les mêmes objectifs et les mêmes calendriers ; seul le levier diffère. Le plus grand manque est en heures et nomme sa semaine. La marge par heure du goulet dit ce que rapporte une heure de ce qui freine le plus ; elle demande que la marge soit connue.
help-promise = Que peut-on promettre ? Une quantité, une période : oui ou non, avec ce qui manque, ce que l’on peut promettre à la place, et la semaine où tout tiendrait.
help-promise-do =
    Choisissez ce que vous promettez : affaires, chiffre d’affaires ou marge.
    Donnez la quantité et les dates, puis demandez.
    Sans rien donner, la réponse porte sur les objectifs en cours.
help-promise-read = Le calcul est celui du plan de charge : besoins, temps, capacité, affaires déjà en cours. Un « non » n’est pas une opinion : le poste et les heures qui manquent sont nommés. La réponse suppose les rendements et les délais écrits dans le processus ; s’ils sont faux, elle l’est aussi. Demander ne change rien : aucune promesse n’est enregistrée, aucune date ne bouge.
help-versions = Qu’est-ce qui a bougé dans le plan ? Deux versions côte à côte : les chiffres d’ensemble, puis action par action ce qui a changé, par qui et pourquoi.
help-versions-do =
    Choisissez les deux versions ; par défaut, la dernière et la précédente.
    Lisez d’abord les écarts : datées, en retard, sans date.
    Descendez à la liste pour savoir qui a été déplacé.
help-versions-read = Une version naît d’un plan refait, d’un déplacement sur le tableau ou d’un événement appliqué. Aucune n’est jamais effacée, et chacune garde son origine et la raison donnée ; les plus anciennes peuvent ne pas en avoir. Toucher à une semaine gelée demande une raison. Le prix du plan est en minutes de retard pondérées : plus il est bas, mieux les échéances sont tenues ; une action sans date y pèse très lourd. Deux versions se comparent sur les actions qu’elles ont en commun ; celles qui n’existent que dans l’une sont dites.
help-cascade = À quoi servent nos actions ? De la ligne stratégique à l’objectif, puis au processus, puis aux actions à venir et à celles qui sont faites.
help-cascade-do =
    Descendez d’une ligne à ses objectifs.
    Repérez les objectifs sans ligne : ils n’ont pas encore dit ce qu’ils servent.
    Ouvrez les besoins d’un objectif.
help-cascade-read = Les lignes stratégiques sont écrites dans les fiches de processus, avec les objectifs. Un objectif sans responsable ou sans période est un brouillon : il ne fait naître aucune action. Le nombre d’actions à venir est celui du plan en vigueur ; le nombre d’actions faites vient de ce qui a été noté. Depuis une action, « Pourquoi ? » remonte le même chemin dans l’autre sens.
help-actions = Quelles actions servent un objectif ? Celles de son processus qui commencent, ou sont dues, dans sa période.
help-actions-do =
    Ouvrez une action placée : le tableau la montre avec ce qui l’entoure.
    Remontez à l’objectif pour revoir la ligne qu’il sert.
help-actions-read = Les actions à venir viennent d’abord, jour après jour, puis celles qui sont faites. On ne voit que celles que l’on peut voir ailleurs : les siennes, celles de l’équipe, ou toutes. Au-delà de cinq cents, les premières seulement.
help-accounts = Quelles sont nos sociétés clientes, et où sont-elles ? La liste de celles qui sont à votre portée, à trier, à filtrer, à garder comme vue.
help-accounts-do =
    Cherchez par le début du nom, ou filtrez par secteur et pays.
    Modifiez une case : Entrée l’ouvre, Échap y renonce, Ctrl+Z annule.
    Cochez plusieurs lignes pour en changer une valeur d’un coup, ou ajoutez un compte.
help-accounts-read = Colonnes, largeurs et ordre sont gardés sur cet appareil ; une vue, elle, peut être partagée avec votre unité. Votre portée dépend de votre rôle : les vôtres, celles de l’équipe, ou toutes. Deux personnes sur la même fiche : la seconde voit ce que la première a écrit et choisit ; rien n’est écrasé. Ajouter un nom qui ressemble à un autre est signalé avant. L’export donne exactement la liste montrée.
help-opportunities = Où en sont nos affaires ? Rangées par étape, c’est-à-dire par progrès du client, ou en liste avec montants et dates.
help-opportunities-do =
    Créez une affaire : compte, nom, étape atteinte, montant attendu.
    Déplacez-la d’une étape à l’autre, en glissant ou avec Alt et les flèches.
    Ouvrez-la pour changer son montant, ses dates ou son issue.
help-opportunities-read = Une étape est franchie quand la preuve vient du client : sans elle, le déplacement est refusé et dit ce qui manque. Les étapes viennent du processus que suit l’affaire. Le montant est celui que l’on attend, dans la monnaie de l’entreprise. Gagnée ou perdue, elle quitte cette vue : changez l’issue montrée pour la retrouver.
help-account = Qui est ce client, et où en sommes-nous avec lui ? Son identité, ses affaires, ses interlocuteurs, l’état de la relation et tout ce qui s’est passé.
help-account-do =
    Créez une affaire avec lui, ou ouvrez-en une.
    Ajoutez un interlocuteur, et notez les moyens par lesquels il accepte d’être joint.
    Lisez la ligne du temps avant d’appeler.
help-account-read = L’état de la relation est expliqué : chaque raison cite les échanges, les promesses ou les silences qui la font. Un accord de contact a une date et une source ; un refus l’emporte toujours. Ce qui est écrit sans réseau attend sur cet appareil et part une seule fois. Les interlocuteurs sont des personnes : ce que l’on garde d’eux a une durée, et ils peuvent le demander.
help-opportunity = Où en est cette affaire, et que faut-il pour qu’elle avance ? Ses faits, les étapes franchies et à venir, ce qui s’est dit à son sujet.
help-opportunity-do =
    Modifiez montant, dates et issue ; chaque changement s’annule.
    Déplacez-la à l’étape suivante quand la preuve est là.
    Relisez les échanges qui la concernent.
help-opportunity-read = Une étape est un progrès du client, pas une tâche de notre part : elle se quitte avec une preuve qu’il a donnée, dont la validité peut avoir un terme. La date d’ouverture est celle où l’affaire est entrée ; la date de clôture, celle où elle a été gagnée ou perdue. Si quelqu’un d’autre la change pendant que vous écrivez, les deux valeurs vous sont montrées et vous choisissez.
help-approvals = Quelles affaires gagnées faut-il confirmer ? Celles que personne n’a encore jugées, et celles dont le montant, le client ou le jour a changé depuis.
help-approvals-do =
    Ouvrez une affaire : ce que le client a donné, l’avis précédent.
    Confirmez, ou refusez en disant pourquoi ; sans preuve du client, dites ce que vous avez vu.
    Choisissez un jour pour laisser de côté ce qui a été gagné avant.
help-approvals-read = Qui a enregistré une affaire, la suit, a tenu ou noté un échange à son sujet ne la confirme pas, quels que soient ses rôles : la tentative est refusée et écrite au journal des accès. Une preuve du client est celle d’une étape, ou un fichier joint à une action. Un avis ne s’efface pas : le suivant le remplace, et tous restent lisibles sur l’affaire. Le nombre s’arrête à mille.
help-function = Qu’est-ce qui attend ma fonction, et que puis-je suivre ? Ce que vos rôles ont à approuver, et les pages que vos droits ouvrent.
help-function-do =
    Suivez le premier lien : il mène à ce qui attend.
    Ouvrez une page que vos droits vous donnent.
help-function-read = Seul ce que vos rôles ouvrent est compté. Une page absente n’est pas cachée : elle demande un droit que vous n’avez pas ; un administrateur peut le donner, sauf si deux tâches ne vont pas ensemble.
help-indicators = Où en sommes-nous ? Le réalisé en face du prévu, indicateur par indicateur, chacun avec son responsable et la décision qu’il éclaire.
help-indicators-do =
    Ouvrez un nombre : les faits qui le font, un par un.
    Recalculez depuis les faits si vous doutez.
    Téléchargez le fichier de preuve pour le montrer hors d’Atelier.
help-indicators-read = Un indicateur a une formule écrite dans la fiche du processus ; ici, rien n’est saisi à la main. Un nombre compte des objets que l’on peut lister, et dit par quoi il est divisé. Le prévu vient, pour la même période, des actions du plan en vigueur (contacts, propositions), des objectifs au jour où c’est dû (clients, affaires, chiffre d’affaires, marge) et de la fiche du processus (rendements, délais). Les faits derrière un nombre s’ouvrent à qui lit le plan ou les faits, dans la limite de ce qu’il peut voir. Un indicateur sans responsable n’est pas un indicateur. Un trop petit nombre de cas est dit, plutôt que montré comme une tendance.
help-processes = Comment nos clients avancent-ils ? Chaque processus est un chemin de progrès du client, avec le travail qui l’y aide, un responsable et sept niveaux à remplir.
help-processes-do =
    Ouvrez un processus pour lire ou changer ses étapes.
    Créez-en un : deux étapes suffisent pour commencer.
    Regardez les niveaux vides : ils disent ce qui manque pour le lancer.
help-processes-read = Les sept niveaux vont de l’objectif aux ressources. Un processus dont un niveau est vide peut se planifier, pas se lancer. Les remarques comptent ce que la lecture de la fiche a trouvé d’étrange sans l’interdire. La version augmente à chaque publication ; les anciennes restent lisibles. La fiche est un texte : la ligne de commande lit le même.
help-process = Comment le client avance-t-il ici, étape par étape, et quel travail l’y aide ? Le dessin et le texte sont deux vues de la même fiche.
help-process-do =
    Choisissez une étape pour changer son nom, son rendement, son délai, ses opérations.
    Publiez quand le texte se lit : une nouvelle version naît.
    Comparez les versions, ou reprenez le texte d’une ancienne.
help-process-read = Le rendement est la part de ceux qui entrent à l’étape et en sortent vers la suivante. Le délai est en jours, le travail en minutes. Une faute empêche de publier et se lit à sa ligne ; une remarque n’empêche rien. Chaque geste ne change que sa ligne : vos commentaires restent. Publier ne change aucune date du plan en vigueur : il faut le refaire. Ce qui est tapé et pas publié vous attend ici.
help-objectives = Que devons-nous produire, d’ici quand, et qui en répond ? Les objectifs de tous les processus, avec leur période et leur responsable.
help-objectives-do =
    Voyez si on peut le tenir : le lien mène à la charge.
    Changez-le dans le texte de son processus.
    Repérez ceux dont la période est finie.
help-objectives-read = Un objectif est une quantité sur une période : contacts, propositions, nouveaux clients, affaires, chiffre d’affaires ou marge. Il est écrit dans la fiche de son processus, premier des sept niveaux ; il n’y a pas d’autre endroit où il se change. Un montant devient un nombre d’affaires par la valeur moyenne que la fiche donne. Sans responsable ni période, c’est un brouillon que le plan ignore.
help-workshop = Qui travaille, et quand ? Les personnes par équipe, leurs horaires et leurs compétences, les absences sur une ligne de temps, les jours fériés et ceux qui diffèrent.
help-workshop-do =
    Ajoutez ou changez une absence : choisissez la personne et les deux jours, compris.
    Changez le temps de travail ou la part donnée aux actions planifiées.
    Ajoutez une personne : son nom, son poste, son horaire.
    Ajoutez un pont, une réunion, une journée raccourcie.
help-workshop-read = La semaine est celle de l’horaire, raccourcie du temps partiel, sans absence ni jour férié. « Planifiable » en est la part donnée aux actions du plan ; le reste va aux imprévus. Une absence l’emporte sur tout, puis le jour qui diffère, puis le jour férié, puis l’horaire. Le plan n’est pas refait de lui-même : un bouton le demande après chaque changement. Chaque geste s’annule. L’onglet Texte montre la fiche entière.
help-imports = Que disent nos anciens fichiers ? L’export de votre outil précédent, lu, vérifié, puis écrit en une fois, ou pas du tout.
help-imports-do =
    Déposez les fichiers, textes ou classeurs ; un fichier d’affaires suffit.
    Dites ce que chaque colonne contient : les propositions viennent des titres et des premières lignes.
    Lisez d’abord sans écrire : ce qui ne se lit pas est montré ligne à ligne.
help-imports-read = Rien n’est écrit avant votre accord, et un import s’annule en entier. Le même fichier importé deux fois n’ajoute rien : les fiches se reconnaissent à leur identifiant. Les étapes de l’ancien outil se rattachent à celles d’un processus ; celles que l’on ne rattache pas restent écrites telles quelles. Les montants prennent la monnaie que vous choisissez, les dates la forme que vous dites.
help-users = Qui peut entrer, et pour faire quoi ? Les personnes, leurs rôles, leur unité, et les unités elles-mêmes.
help-users-do =
    Invitez quelqu’un : le lien n’est montré qu’une fois et vaut sept jours.
    Changez un rôle ou une unité ; l’effet est immédiat.
    Désactivez qui part : ses clés et ses accès cessent à l’instant.
help-users-read = Un rôle dit ce qui est permis, l’unité dit jusqu’où : les siens, l’équipe, ou tout. Un vendeur est relié à une personne de l’atelier, par son code : c’est ainsi qu’il lit sa journée. Certains cumuls de rôles demandent de nommer le contrôle qui les compense. Le dernier administrateur ne se retire pas. Les mots de passe ne se lisent nulle part : perdus, un nouveau lien part par courriel à la personne, et à elle seule. Nul ne change ses propres rôles.
help-jobs = Que fait le serveur en ce moment ? Tout ce qui dure : un plan demandé, une vérification du journal, leur avancement et leur fin.
help-jobs-do =
    Suivez un travail : l’avancement se met à jour seul.
    Annulez-en un qui n’est plus utile : rien n’est laissé à moitié.
    Lisez pourquoi un travail a échoué.
help-jobs-read = Un travail attend son tour quand un autre tourne. S’il s’arrête en chemin, ce qu’il a déjà gardé reste entier et il reprend au redémarrage du serveur. Un plan demandé remplace le précédent quand il est prêt, jamais avant. Les travaux qui reviennent, comme la vérification, paraissent aussi. Les plus anciens sont en bas.
help-journal = Qui a voulu lire quoi ? Les refus, et ce qu’ont lu ou écrit ceux qui peuvent tout lire.
help-journal-do =
    Cherchez les refus répétés d’une même personne : un rôle mal donné, ou de la curiosité.
    Lisez ce qu’a fait un administrateur ou un auditeur.
    Remontez le temps en suivant la liste.
help-journal-read = Une ligne dit quand, qui, quel droit était demandé, sur quel objet, et l’issue. Elle ne se corrige ni ne s’efface avant le terme de conservation. Demander ce qui est hors de portée répond comme si la chose n’existait pas, et s’écrit ici. Chaque preuve tirée du registre y est aussi. Une lecture ordinaire par quelqu’un dans son rôle n’est pas notée : le journal ne surveille pas le travail.
help-keeping = Que gardons-nous des personnes chez nos clients, jusqu’à quand, et avec quel accord ? Et ce qui, chez nous, attend l’avis du comité.
help-keeping-do =
    Notez la consultation du comité, avec sa date et où est la preuve.
    Voyez qui est arrivé au bout de sa durée de conservation, et demandez une fois si l’on garde sa fiche.
    Terminez les durées échues : aux archives si un contrat peut devoir être prouvé, sinon effacées.
    Ouvrez une personne pour remettre ce que l’on sait d’elle, ou l’effacer.
help-keeping-read = Tant que la consultation n’est pas notée, ce qui observe une personne au travail reste fermé, et la page dit quoi. Une durée de conservation se compte depuis le dernier échange. Les archives ne sont lues que par la conformité et l’audit, jusqu’à leur terme ; en sortir quelqu’un remet tout comme avant. Effacer est définitif : le nom et les moyens de contact disparaissent, les faits comptables restent sans elle. Remettre donne un fichier lisible avec tout ce qui est gardé.
help-settings = Comment Atelier parle-t-il aux autres outils ? Vos clés pour les programmes, et les adresses prévenues de ce qui se passe.
help-settings-do =
    Créez une clé : nommez le programme, sa durée, et ce qu’il peut faire.
    Retirez une clé qui ne sert plus.
    Faites prévenir une adresse, puis essayez-la.
help-settings-read = Une clé peut ce que vous pouvez, jamais plus ; si vos droits baissent, les siens aussi. Son texte n’est montré qu’une fois et n’est gardé que sous forme d’empreinte. Une adresse prévenue reçoit des messages signés avec un secret, à vérifier de l’autre côté ; sans réponse, ils sont réessayés. Pour votre agenda, il n’y a pas besoin de clé : l’adresse secrète se crée sur la page Agenda.
