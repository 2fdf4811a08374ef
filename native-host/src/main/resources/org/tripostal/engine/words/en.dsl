# Sentences for rules in plain words, in English. A file of your own, *.dsl beside your rules, adds others in the same manner:
#   [when]  a condition = what it is in DRL, on one line          {word} stands for what the author fills in
#   [then]  a decision = what it is in Java, on one line          {word!lc} writes it in lower case
# Every [when] here has its counterpart in fr.dsl, at the same place.

[when][]the message is from "{address}"=IncomingMessage(from == "{address!lc}")
[when][]the message is not from "{address}"=IncomingMessage(from != "{address!lc}")
[when][]the message is from the domain "{domain}"=IncomingMessage(fromDomain == "{domain!lc}")
[when][]the sender's name contains "{text}"=IncomingMessage(fromName matches "(?isu).*\\Q{text}\\E.*")
[when][]the sender is somebody I know=IncomingMessage($sender : from) exists Correspondent(address == $sender)
[when][]the sender is a stranger=IncomingMessage($sender : from) not Correspondent(address == $sender)
[when][]the sender has a route=IncomingMessage($sender : from, $site : fromDomain) exists (Route(from == $sender) or Route(domain == $site))
[when][]the message is from me=IncomingMessage(fromOneself == true)
[when][]the sender bears my name=IncomingMessage(posesAsOneself == true)
[when][]the sender's name is another address=IncomingMessage(nameIsAnotherAddress == true)
[when][]answers would go elsewhere=IncomingMessage(answersElsewhere != "")
[when][]the message is to "{address}"=IncomingMessage($to : to, $cc : cc) exists (Mailbox(address == "{address!lc}") from $to or Mailbox(address == "{address!lc}") from $cc)
[when][]the message has more than {count:\d+} recipients?=IncomingMessage(to.size() + cc.size() > {count})
[when][]the subject is "{text}"=IncomingMessage(subject matches "(?isu)\\Q{text}\\E")
[when][]the subject contains "{text}"=IncomingMessage(subject matches "(?isu).*\\Q{text}\\E.*")
[when][]the subject does not contain "{text}"=IncomingMessage(subject not matches "(?isu).*\\Q{text}\\E.*")
[when][]the subject begins with "{text}"=IncomingMessage(subject matches "(?isu)\\Q{text}\\E.*")
[when][]the text contains "{text}"=IncomingMessage() Body(text matches "(?isu).*\\Q{text}\\E.*")
[when][]the text does not contain "{text}"=IncomingMessage() Body(text not matches "(?isu).*\\Q{text}\\E.*")
[when][]the message came through a mailing list=IncomingMessage(list != "")
[when][]the message came through the mailing list "{list}"=IncomingMessage(list matches "(?iu)\\Q{list}\\E")
[when][]the message is larger than {count:\d+} MB=IncomingMessage(size > {count} * 1024L * 1024L)
[when][]the message is junk for Thunderbird=IncomingMessage(junk == true)
[when][]the message is unread=IncomingMessage(read == false)
[when][]the message has a star=IncomingMessage(flagged == true)
[when][]the message has the tag "{tag}"=IncomingMessage(tags contains "{tag}")
[when][]the header "{name}" contains "{text}"=IncomingMessage() exists Header(name == "{name!lc}", value matches "(?isu).*\\Q{text}\\E.*")
[when][]there is a header "{name}"=IncomingMessage() exists Header(name == "{name!lc}")
[when][]there is an attachment=IncomingMessage() exists Attachment(inline == false)
[when][]there is no attachment=IncomingMessage() not Attachment(inline == false)
[when][]there (?:are|is) more than {count:\d+} attachments?=IncomingMessage() Number(intValue > {count}) from accumulate(Attachment(inline == false, $file : name), count($file))
[when][]an attachment is called "{text}"=IncomingMessage() exists Attachment(name matches "(?isu)\\Q{text}\\E")
[when][]the name of an attachment contains "{text}"=IncomingMessage() exists Attachment(name matches "(?isu).*\\Q{text}\\E.*")
[when][]an attachment is of the kind "{extension}"=IncomingMessage() exists Attachment(extension == "{extension!lc}")
[when][]an attachment is larger than {count:\d+} MB=IncomingMessage() exists Attachment(size > {count} * 1024L * 1024L)
[when][]an attachment may run a program=IncomingMessage() exists Attachment(dangerous == true)
[when][]an attachment hides what it is=IncomingMessage() exists Attachment(disguised == true)
[when][]a link leads elsewhere than it says=IncomingMessage() exists Link(misleading == true)
[when][]my server found the sender forged=IncomingMessage() exists Authentication(method == "dmarc", result == "fail")
[when][]the server's check "{method}" says "{result}"=IncomingMessage() exists Authentication(method == "{method!lc}", result == "{result!lc}")
[when][]my message has no subject=OutgoingMessage(subjectBlank == true)
[when][]the subject of my message contains "{text}"=OutgoingMessage(subject matches "(?isu).*\\Q{text}\\E.*")
[when][]my message goes to "{address}"=OutgoingMessage($recipients : recipients) exists Mailbox(address == "{address!lc}") from $recipients
[when][]my message goes to the domain "{domain}"=OutgoingMessage($recipients : recipients) exists Mailbox(domain == "{domain!lc}") from $recipients
[when][]more than {count:\d+} people see each other's addresses=OutgoingMessage(visibleRecipientCount > {count})
[when][]my message has no attachment=OutgoingMessage(fileCount == 0)
[when][]my message has more than {count:\d+} attachments?=OutgoingMessage(fileCount > {count})
[when][]my attachments come to more than {count:\d+} MB=OutgoingMessage(encodedBytes > {count} * 1024L * 1024L)
[when][]my message goes to myself only=OutgoingMessage(toOneself == true)
[when][]only programs read my message=OutgoingMessage(toRobot == true)
[when][]my message is a reply=OutgoingMessage(reply == true)
[when][]my message answers within twelve hours=Reply(quick == true)
[when][]my answer leaves somebody out=Reply(reachesAuthor == true, leftOut.empty == false)
[when][]my text contains "{text}"=OutgoingMessage() Body(ownText matches "(?isu).*\\Q{text}\\E.*")
[when][]my text does not contain "{text}"=OutgoingMessage() Body(ownText not matches "(?isu).*\\Q{text}\\E.*")
[when][]my text has no greeting=OutgoingMessage() Body(greeting == "", ownText != "")
[when][]my text has no closing formula=OutgoingMessage() Body(closing == "", ownText != "")
[when][]my text speaks of an attachment=OutgoingMessage() Body(attachmentMention != "")
[when][]my text has colours=OutgoingMessage() Body(colours.empty == false)
[when][]more than {count:\d+} ?% of my text is in capitals=OutgoingMessage() Body(capitals.letters >= 20, capitals.percent > {count})
[when][]the evidence "{name}" was found=exists SpamEvidence(name == "{name}")
[when][]the evidence "{name}" was not found=not SpamEvidence(name == "{name}")
[when][]custom allows an informal text=exists Informal()
[when][]custom does not allow an informal text=not Informal()
[when][]the message lies in the junk folder=IncomingMessage() exists InJunk()
[when][]the message answers one of mine=IncomingMessage() exists OwnOriginal()
[when][]the message answers none of mine=IncomingMessage() not OwnOriginal()
[when][]the message answers one that I sent less than {count:\d+} days ago=IncomingMessage() exists OwnOriginal(days < {count})
[when][]I have written to the sender in the last {count:\d+} days=IncomingMessage($sender : from) exists LastWritten(address == $sender, days <= {count})
[when][]I have written to the sender lately=AwaitedLimits($days : days) IncomingMessage($sender : from) exists LastWritten(address == $sender, days <= $days)
[when][]the id of the mailing list is "{list}"=IncomingMessage() exists MailingList(listId == "{list!lc}")
[when][]the sign "{kind}" was found=IncomingMessage() exists Sign(kind == "{kind!lc}")
[when][]the sign "{kind}" was not found=IncomingMessage() not Sign(kind == "{kind!lc}")
[when][]it is like mail that I marked as junk=IncomingMessage() exists Learned(weight > 0)
[when][]it is like mail that I want=IncomingMessage() exists Learned(weight < 0)
[when][]the evidence so far makes it spam=SpamLimits($prior : prior, $spam : spam) IncomingMessage() accumulate(SpamEvidence($weight : weight); $sum : sum($weight); $sum >= $spam - $prior)
[when][]the folder for my own mail is "{folder}"=IncomingMessage() exists SortingFolders(self == "{folder}")
[when][]the folder of mailing lists is "{folder}"=IncomingMessage() exists SortingFolders(lists == "{folder}")
[when][]more people see each other's addresses than my settings allow=NetiquetteLimits($limit : exposedRecipients) OutgoingMessage(visibleRecipientCount >= $limit)
[when][]my attachments are larger than my recipients can take=SizeLimit($limit : bytes) OutgoingMessage(encodedBytes > $limit)
[when][]it is known how much the provider of a recipient takes=ProviderLimits($known : byDomain) OutgoingMessage($recipients : recipients) exists Mailbox($known.containsKey(domain)) from $recipients

[then][]file it into "{folder}"=insert(new FileInto("{folder}"));
[then][]tag it "{tag}"=insert(new AddTag("{tag}"));
[then][]give it a star=insert(new Flag());
[then][]mark it as read=insert(new MarkRead());
[then][]mark it as junk=insert(new MarkJunk());
[then][]mark it as not junk=insert(new MarkNotJunk());
[then][]leave it where it is=insert(new Keep());
[then][]notify me "{text}"=insert(new Notify("{text}"));
[then][]count {weight:[-0-9.]+} for spam as "{name}"=insert(new SpamEvidence("{name}", {weight}));
[then][]ask me before it is sent, as "{code}"=insert(Finding.ask("{code}"));
[then][]give me a tip, as "{code}"=insert(Finding.tip("{code}"));
[then][]do not let it be sent, as "{code}"=insert(Finding.block("{code}"));
[then][]allow an informal text, as "{custom}"=insert(new Informal("{custom}"));
[then][]put it forward as awaited=insert(new PutForward());
