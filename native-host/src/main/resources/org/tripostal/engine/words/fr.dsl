# Phrases pour écrire des règles en mots ordinaires, en français. Un fichier à vous, *.dsl à côté de vos règles, en ajoute d'autres de la même façon :
#   [when]  une condition = ce qu'elle est en DRL, sur une ligne      {mot} tient la place de ce que l'auteur écrit
#   [then]  une décision = ce qu'elle est en Java, sur une ligne      {mot!lc} l'écrit en minuscules
# Chaque [when] a son pendant dans en.dsl, à la même place.

[when][]le message vient de "{address}"=IncomingMessage(from == "{address!lc}")
[when][]le message ne vient pas de "{address}"=IncomingMessage(from != "{address!lc}")
[when][]le message vient du domaine "{domain}"=IncomingMessage(fromDomain == "{domain!lc}")
[when][]le nom de l'expéditeur contient "{text}"=IncomingMessage(fromName matches "(?isu).*\\Q{text}\\E.*")
[when][]je connais l'expéditeur=IncomingMessage($sender : from) exists Correspondent(address == $sender)
[when][]je ne connais pas l'expéditeur=IncomingMessage($sender : from) not Correspondent(address == $sender)
[when][]l'expéditeur a une route=IncomingMessage($sender : from, $site : fromDomain) exists (Route(from == $sender) or Route(domain == $site))
[when][]le message vient de moi=IncomingMessage(fromOneself == true)
[when][]l'expéditeur porte mon nom=IncomingMessage(posesAsOneself == true)
[when][]le nom de l'expéditeur est une autre adresse=IncomingMessage(nameIsAnotherAddress == true)
[when][]les réponses iraient ailleurs=IncomingMessage(answersElsewhere != "")
[when][]le message est adressé à "{address}"=IncomingMessage($to : to, $cc : cc) exists (Mailbox(address == "{address!lc}") from $to or Mailbox(address == "{address!lc}") from $cc)
[when][]le message a plus de {count:\d+} destinataires?=IncomingMessage(to.size() + cc.size() > {count})
[when][]l'objet est "{text}"=IncomingMessage(subject matches "(?isu)\\Q{text}\\E")
[when][]l'objet contient "{text}"=IncomingMessage(subject matches "(?isu).*\\Q{text}\\E.*")
[when][]l'objet ne contient pas "{text}"=IncomingMessage(subject not matches "(?isu).*\\Q{text}\\E.*")
[when][]l'objet commence par "{text}"=IncomingMessage(subject matches "(?isu)\\Q{text}\\E.*")
[when][]le texte contient "{text}"=IncomingMessage() Body(text matches "(?isu).*\\Q{text}\\E.*")
[when][]le texte ne contient pas "{text}"=IncomingMessage() Body(text not matches "(?isu).*\\Q{text}\\E.*")
[when][]le message vient d'une liste de diffusion=IncomingMessage(list != "")
[when][]le message vient de la liste de diffusion "{list}"=IncomingMessage(list matches "(?iu)\\Q{list}\\E")
[when][]le message pèse plus de {count:\d+} Mo=IncomingMessage(size > {count} * 1024L * 1024L)
[when][]Thunderbird tient le message pour indésirable=IncomingMessage(junk == true)
[when][]le message n'est pas lu=IncomingMessage(read == false)
[when][]le message a une étoile=IncomingMessage(flagged == true)
[when][]le message a l'étiquette "{tag}"=IncomingMessage(tags contains "{tag}")
[when][]l'en-tête "{name}" contient "{text}"=IncomingMessage() exists Header(name == "{name!lc}", value matches "(?isu).*\\Q{text}\\E.*")
[when][]il y a un en-tête "{name}"=IncomingMessage() exists Header(name == "{name!lc}")
[when][]il y a une pièce jointe=IncomingMessage() exists Attachment(inline == false)
[when][]il n'y a pas de pièce jointe=IncomingMessage() not Attachment(inline == false)
[when][]il y a plus de {count:\d+} pièces? jointes?=IncomingMessage() Number(intValue > {count}) from accumulate(Attachment(inline == false, $file : name), count($file))
[when][]une pièce jointe s'appelle "{text}"=IncomingMessage() exists Attachment(name matches "(?isu)\\Q{text}\\E")
[when][]le nom d'une pièce jointe contient "{text}"=IncomingMessage() exists Attachment(name matches "(?isu).*\\Q{text}\\E.*")
[when][]une pièce jointe est du genre "{extension}"=IncomingMessage() exists Attachment(extension == "{extension!lc}")
[when][]une pièce jointe pèse plus de {count:\d+} Mo=IncomingMessage() exists Attachment(size > {count} * 1024L * 1024L)
[when][]une pièce jointe peut lancer un programme=IncomingMessage() exists Attachment(dangerous == true)
[when][]une pièce jointe cache ce qu'elle est=IncomingMessage() exists Attachment(disguised == true)
[when][]un lien mène ailleurs qu'il ne dit=IncomingMessage() exists Link(misleading == true)
[when][]mon serveur tient l'expéditeur pour falsifié=IncomingMessage() exists Authentication(method == "dmarc", result == "fail")
[when][]la vérification "{method}" du serveur dit "{result}"=IncomingMessage() exists Authentication(method == "{method!lc}", result == "{result!lc}")
[when][]mon message n'a pas d'objet=OutgoingMessage(subjectBlank == true)
[when][]l'objet de mon message contient "{text}"=OutgoingMessage(subject matches "(?isu).*\\Q{text}\\E.*")
[when][]mon message va à "{address}"=OutgoingMessage($recipients : recipients) exists Mailbox(address == "{address!lc}") from $recipients
[when][]mon message va au domaine "{domain}"=OutgoingMessage($recipients : recipients) exists Mailbox(domain == "{domain!lc}") from $recipients
[when][]plus de {count:\d+} personnes voient les adresses des autres=OutgoingMessage(visibleRecipientCount > {count})
[when][]mon message n'a pas de pièce jointe=OutgoingMessage(fileCount == 0)
[when][]mon message a plus de {count:\d+} pièces? jointes?=OutgoingMessage(fileCount > {count})
[when][]mes pièces jointes pèsent plus de {count:\d+} Mo=OutgoingMessage(encodedBytes > {count} * 1024L * 1024L)
[when][]mon message ne va qu'à moi=OutgoingMessage(toOneself == true)
[when][]seuls des programmes lisent mon message=OutgoingMessage(toRobot == true)
[when][]mon message est une réponse=OutgoingMessage(reply == true)
[when][]mon message répond dans les douze heures=Reply(quick == true)
[when][]ma réponse oublie quelqu'un=Reply(reachesAuthor == true, leftOut.empty == false)
[when][]mon texte contient "{text}"=OutgoingMessage() Body(ownText matches "(?isu).*\\Q{text}\\E.*")
[when][]mon texte ne contient pas "{text}"=OutgoingMessage() Body(ownText not matches "(?isu).*\\Q{text}\\E.*")
[when][]mon texte n'a pas de salutation=OutgoingMessage() Body(greeting == "", ownText != "")
[when][]mon texte n'a pas de formule de politesse=OutgoingMessage() Body(closing == "", ownText != "")
[when][]mon texte parle d'une pièce jointe=OutgoingMessage() Body(attachmentMention != "")
[when][]mon texte est en couleur=OutgoingMessage() Body(colours.empty == false)
[when][]plus de {count:\d+} ?% de mon texte est en majuscules=OutgoingMessage() Body(capitals.letters >= 20, capitals.percent > {count})
[when][]l'indice "{name}" est relevé=exists SpamEvidence(name == "{name}")
[when][]l'indice "{name}" n'est pas relevé=not SpamEvidence(name == "{name}")
[when][]l'usage permet un texte familier=exists Informal()
[when][]l'usage ne permet pas un texte familier=not Informal()
[when][]le message est dans les indésirables=IncomingMessage() exists InJunk()
[when][]le message répond à un des miens=IncomingMessage() exists OwnOriginal()
[when][]le message ne répond à aucun des miens=IncomingMessage() not OwnOriginal()
[when][]le message répond à un que j'ai envoyé il y a moins de {count:\d+} jours=IncomingMessage() exists OwnOriginal(days < {count})
[when][]j'ai écrit à l'expéditeur ces {count:\d+} derniers jours=IncomingMessage($sender : from) exists LastWritten(address == $sender, days <= {count})
[when][]j'ai écrit à l'expéditeur récemment=AwaitedLimits($days : days) IncomingMessage($sender : from) exists LastWritten(address == $sender, days <= $days)
[when][]l'identifiant de la liste de diffusion est "{list}"=IncomingMessage() exists MailingList(listId == "{list!lc}")
[when][]le signe "{kind}" est relevé=IncomingMessage() exists Sign(kind == "{kind!lc}")
[when][]le signe "{kind}" n'est pas relevé=IncomingMessage() not Sign(kind == "{kind!lc}")
[when][]il ressemble à ce que j'ai marqué comme indésirable=IncomingMessage() exists Learned(weight > 0)
[when][]il ressemble au courrier que je veux=IncomingMessage() exists Learned(weight < 0)
[when][]les indices relevés jusque-là en font un indésirable=SpamLimits($prior : prior, $spam : spam) IncomingMessage() accumulate(SpamEvidence($weight : weight); $sum : sum($weight); $sum >= $spam - $prior)
[when][]le dossier de mon propre courrier est "{folder}"=IncomingMessage() exists SortingFolders(self == "{folder}")
[when][]le dossier des listes de diffusion est "{folder}"=IncomingMessage() exists SortingFolders(lists == "{folder}")
[when][]plus de personnes que mes réglages ne le permettent voient les adresses des autres=NetiquetteLimits($limit : exposedRecipients) OutgoingMessage(visibleRecipientCount >= $limit)
[when][]mes pièces jointes pèsent plus que mes destinataires n'acceptent=SizeLimit($limit : bytes) OutgoingMessage(encodedBytes > $limit)
[when][]on sait combien accepte le fournisseur d'un destinataire=ProviderLimits($known : byDomain) OutgoingMessage($recipients : recipients) exists Mailbox($known.containsKey(domain)) from $recipients

[then][]le ranger dans "{folder}"=insert(new FileInto("{folder}"));
[then][]l'étiqueter "{tag}"=insert(new AddTag("{tag}"));
[then][]lui mettre une étoile=insert(new Flag());
[then][]le marquer comme lu=insert(new MarkRead());
[then][]le marquer comme indésirable=insert(new MarkJunk());
[then][]le marquer comme acceptable=insert(new MarkNotJunk());
[then][]le laisser où il est=insert(new Keep());
[then][]m'avertir "{text}"=insert(new Notify("{text}"));
[then][]compter {weight:[-0-9.]+} pour indésirable sous le nom "{name}"=insert(new SpamEvidence("{name}", {weight}));
[then][]me demander avant l'envoi, sous le nom "{code}"=insert(Finding.ask("{code}"));
[then][]me donner un conseil, sous le nom "{code}"=insert(Finding.tip("{code}"));
[then][]ne pas le laisser partir, sous le nom "{code}"=insert(Finding.block("{code}"));
[then][]permettre un texte familier, sous le nom "{custom}"=insert(new Informal("{custom}"));
[then][]le signaler comme attendu=insert(new PutForward());
