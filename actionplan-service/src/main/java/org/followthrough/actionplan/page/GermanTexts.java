package org.followthrough.actionplan.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** What the pages say, in German. */
@Localized("de")
public interface GermanTexts extends Texts {

  @Override
  @Message("freiwillig")
  String optional();

  @Override
  @Message("Felder ohne „freiwillig“ werden gebraucht.")
  String required();

  @Override
  @Message("Bitte sehen Sie sich das noch einmal an")
  String faults();

  @Override
  @Message("Guten Tag{name}")
  String hello(String name);

  @Override
  @Message("1 – gar nicht")
  String notAtAll();

  @Override
  @Message("10 – voll und ganz")
  String fully();

  @Override
  @Message("Zum Inhalt springen")
  String skip();

  @Override
  @Message(
      "Sie haben diesen Link per E-Mail bekommen. Er ist nur für Sie: Bitte geben "
          + "Sie ihn nicht weiter.")
  String footer();

  @Override
  @Message("Speichern")
  String save();

  @Override
  @Message("Vor Ihrem Kurs")
  String expectationsTitle();

  @Override
  @Message(
      "Drei Minuten jetzt machen „{course}“ wertvoller: Wer weiß, was er von einem "
          + "Kurs will, nutzt danach mehr davon.")
  String expectationsLead(String course);

  @Override
  @Message(
      "Ihre Führungskraft sieht Ihre ersten drei Antworten, damit Sie darüber "
          + "sprechen können. Ihre Zahl von 1 bis 10 bleibt dabei außen vor.")
  String expectationsWho();

  @Override
  @Message("Warum nehmen Sie teil?")
  String whyAttending();

  @Override
  @Message("Ein oder zwei Sätze. Was hat Sie, oder jemand anderen, auf diesen Kurs " + "gebracht?")
  String whyAttendingHint();

  @Override
  @Message("Wo werden Sie es einsetzen?")
  String whereWillUse();

  @Override
  @Message("Eine Aufgabe, eine Besprechung, ein Kunde: je konkreter, desto besser.")
  String whereWillUseHint();

  @Override
  @Message("Was ist zurzeit die größte Herausforderung in Ihrer Rolle?")
  String challenge();

  @Override
  @Message("Wir zeigen sie Ihnen wieder, wenn Sie Ihren Plan machen.")
  String challengeHint();

  @Override
  @Message("Wie gut gelingt es Ihnen heute?")
  String baseline();

  @Override
  @Message("Es gibt keine falsche Antwort. Damit vergleichen wir später.")
  String baselineHint();

  @Override
  @Message(
      "Danke, das ist gespeichert. Als Nächstes: ein kurzes Gespräch mit Ihrer "
          + "Führungskraft vor dem Kurs. Danach helfen wir Ihnen, einen kleinen Plan zu "
          + "machen.")
  String expectationsSaved();

  @Override
  @Message("Unten steht, was Sie gesagt haben. Bis zum Kurs können Sie es ändern.")
  String expectationsChange();

  @Override
  @Message("Erwartungen teilen")
  String expectationsSend();

  @Override
  @Message("Was nehmen Sie mit?")
  String reflectionTitle();

  @Override
  @Message("Eine Minute für zwei oder drei Dinge aus „{course}“, die Sie behalten wollen.")
  String reflectionLead(String course);

  @Override
  @Message("Was haben Sie gelernt?")
  String learnt();

  @Override
  @Message("Notieren Sie zwei oder drei Dinge, in Ihren eigenen Worten.")
  String learntHint();

  @Override
  @Message("Wo werden Sie es einsetzen?")
  String whereUse();

  @Override
  @Message("Gut festgehalten. Das ist der Entwurf Ihres Plans.")
  String reflectionSaved();

  @Override
  @Message("Jetzt meinen Plan machen")
  String reflectionNext();

  @Override
  @Message("Meinen Plan ansehen")
  String reflectionPlanned();

  @Override
  @Message("Festhalten")
  String reflectionSend();

  @Override
  @Message("Ihr Plan")
  String planTitle();

  @Override
  @Message(
      "Gute Vorsätze verblassen. „Wenn das passiert, tue ich jenes“ hält. Planen Sie "
          + "eine Sache, die Sie nach „{course}“ anders machen; bis zu drei sind "
          + "willkommen.")
  String planLead(String course);

  @Override
  @Message("Ändern Sie, was nicht mehr passt. Ihre früheren Fassungen bleiben erhalten.")
  String planChangeLead();

  @Override
  @Message("Ihre Führungskraft sieht Ihren Plan und spricht mit Ihnen darüber.")
  String planWho();

  @Override
  @Message(
      "Ihr Plan wurde inzwischen in einem anderen Fenster geändert. Nichts ist "
          + "verloren: Unten steht, was Sie gerade eingegeben haben. Speichern Sie noch "
          + "einmal, um es zum Plan zu machen.")
  String overtaken();

  @Override
  @Message("Was Sie vor dem Kurs gesagt haben")
  String saidBefore();

  @Override
  @Message("Wo Sie es einsetzen wollten")
  String saidUse();

  @Override
  @Message("Ihre größte Herausforderung")
  String saidChallenge();

  @Override
  @Message("Was Sie gelernt haben")
  String saidLearnt();

  @Override
  @Message("Zuerst ein Blick zurück")
  String reflectFirst();

  @Override
  @Message("Was ist anders, wenn es klappt?")
  String goal();

  @Override
  @Message(
      "Etwas, das andere merken würden. Zum Beispiel: „Besuche enden mit einem "
          + "vereinbarten nächsten Schritt.“")
  String goalHint();

  @Override
  @Message("Vorhaben {number}")
  String actionNumber(int number);

  @Override
  @Message("Vorhaben {number} hinzufügen")
  String actionMore(int number);

  @Override
  @Message("Um ein Vorhaben wegzulassen, leeren Sie seine Felder.")
  String actionMoreHint();

  @Override
  @Message("Wenn …")
  String situation();

  @Override
  @Message("Der Moment, der Ihnen auffällt. Zum Beispiel: „ein Kunde laut wird“.")
  String situationHint();

  @Override
  @Message("… dann …")
  String action();

  @Override
  @Message(
      "Was andere sehen oder hören könnten. Zum Beispiel: „benenne ich das Problem "
          + "in einem Satz“.")
  String actionHint();

  @Override
  @Message("Mein allererster Schritt")
  String firstStep();

  @Override
  @Message("Zehn Minuten reichen. Zum Beispiel: „meinen Satz auf eine Karte schreiben“.")
  String firstStepHint();

  @Override
  @Message("Tag des ersten Schritts")
  String firstStepOn();

  @Override
  @Message("In den nächsten 14 Tagen.")
  String firstStepOnHint();

  @Override
  @Message("Gewohnheit bis")
  String dueOn();

  @Override
  @Message("Binnen eines Jahres.")
  String dueOnHint();

  @Override
  @Message("Was könnte dazwischenkommen?")
  String barrier();

  @Override
  @Message("Was tun Sie dagegen?")
  String enabler();

  @Override
  @Message("Nötig, wenn Sie oben etwas genannt haben.")
  String enablerHint();

  @Override
  @Message("Meinen Plan festmachen")
  String planCommit();

  @Override
  @Message("Geänderten Plan speichern")
  String planRevise();

  @Override
  @Message("Plan so lassen")
  String planKeep();

  @Override
  @Message(
      "Das ist Ihr Plan. Wir erinnern Sie in einer Woche mit Ihren eigenen Worten "
          + "daran und fragen, wie es läuft; Ihre Führungskraft spricht mit Ihnen darüber.")
  String planSaved();

  @Override
  @Message(
      "Wenige und konkrete wirken am besten: Drei Vorhaben lassen sich leichter "
          + "einhalten als mehr. Sie können alle behalten oder den Plan ändern.")
  String planMany();

  @Override
  @Message("Was Sie nach „{course}“ beschlossen haben.")
  String planShownLead(String course);

  @Override
  @Message("Fassung {version}")
  String planVersion(int version);

  @Override
  @Message("Mit Ihrer Führungskraft vereinbart")
  String planAgreed();

  @Override
  @Message("Meinen Plan ändern")
  String planChange();

  @Override
  @Message("Wenn")
  String when();

  @Override
  @Message("dann")
  String then();

  @Override
  @Message("Erster Schritt")
  String firstStepShown();

  @Override
  @Message("Gewohnheit bis")
  String dueShown();

  @Override
  @Message("Falls das dazwischenkommt")
  String barrierShown();

  @Override
  @Message("tue ich das")
  String enablerShown();

  @Override
  @Message("Was einen Plan trägt")
  String ingredients();

  @Override
  @Message("Alle vier sind da. Gut gemacht!")
  String ingredientsAll();

  @Override
  @Message("da")
  String present();

  @Override
  @Message("fehlt noch")
  String missing();

  @Override
  @Message("Rückblick: Sie haben zurückgeschaut")
  String reflection();

  @Override
  @Message("Vorhaben: Sie wissen, wann und was")
  String actions();

  @Override
  @Message("Verbindlichkeit: Sie haben mit Ihrer Führungskraft darüber gesprochen")
  String accountability();

  @Override
  @Message("Nachschau: Sie haben gesagt, wie es läuft")
  String followUp();

  @Override
  @Message("Es fehlt: was Sie gelernt haben. Zwei Sätze reichen.")
  String nextReflection();

  @Override
  @Message(
      "Es fehlt: ein Gespräch mit Ihrer Führungskraft. Wir haben sie darum gebeten; "
          + "Sie können sie auch einfach ansprechen.")
  String nextAccountability();

  @Override
  @Message("Es fehlt: wie es läuft. Wir fragen Sie per E-Mail; ein Tippen reicht.")
  String nextFollowUp();

  @Override
  @Message("Es fehlt: mindestens ein Vorhaben.")
  String nextActions();

  @Override
  @Message("Wie läuft es?")
  String checkInTitle();

  @Override
  @Message("Ihre eigenen Worte aus Ihrem Plan. Ein Tippen je Vorhaben reicht.")
  String checkInLead();

  @Override
  @Message("Ihr Ziel")
  String goalShown();

  @Override
  @Message("Zuletzt sagten Sie:")
  String lastSaid();

  @Override
  @Message("Wie läuft es damit?")
  String status();

  @Override
  @Message("Noch nicht begonnen")
  String notStarted();

  @Override
  @Message("Begonnen")
  String started();

  @Override
  @Message("Ich tue es")
  String applied();

  @Override
  @Message("Ich stecke fest")
  String stuck();

  @Override
  @Message("Möchten Sie etwas dazu sagen?")
  String note();

  @Override
  @Message("Wenn Sie feststecken: Was kommt dazwischen?")
  String noteHint();

  @Override
  @Message("Senden")
  String checkInSend();

  @Override
  @Message("Danke, das ist notiert. Einen Plan wieder anzusehen ist das halbe Einhalten.")
  String checkInSaved();

  @Override
  @Message("Sie tun alles davon. Dafür war der Kurs da. Wir fragen nicht noch einmal.")
  String checkInDone();

  @Override
  @Message("Feststecken ist normal")
  String stuckTitle();

  @Override
  @Message(
      "Die meisten Pläne brauchen unterwegs eine Änderung. Ein kleinerer erster "
          + "Schritt oder ein anderer Moment hilft oft.")
  String stuckLead();

  @Override
  @Message("Was kommt dazwischen?")
  String stuckWhy();

  @Override
  @Message("Notieren")
  String stuckSend();

  @Override
  @Message("Ein Gespräch mit {learner} vor dem Kurs")
  String beforeTitle(String learner);

  @Override
  @Message(
      "Zwanzig Minuten vor „{course}“ entscheiden über den Nutzen mehr, als der Kurs "
          + "selbst es kann.")
  String beforeLead(String course);

  @Override
  @Message("Der Kurs beginnt am {day}.")
  String startsOn(String day);

  @Override
  @Message("Drei Fragen für das Gespräch")
  String prompts();

  @Override
  @Message("Was haben Sie davon? Welche Ihrer Aufgaben soll leichter werden?")
  String prompt1();

  @Override
  @Message("Was hat unser Team davon? Was sollen wir danach merken?")
  String prompt2();

  @Override
  @Message("Was hat die Organisation davon? Was kann ich aus dem Weg räumen, damit es " + "klappt?")
  String prompt3();

  @Override
  @Message("Worauf Sie danach achten können")
  String behaviours();

  @Override
  @Message("Was {learner} sagt")
  String theirWords(String learner);

  @Override
  @Message(
      "Noch keine Antwort. Sie können die beiden Fragen auch im Gespräch stellen: "
          + "Warum nehmen Sie teil, und wo werden Sie es einsetzen?")
  String notShared();

  @Override
  @Message("Warum")
  String saidWhy();

  @Override
  @Message("Wo es eingesetzt wird")
  String saidWhere();

  @Override
  @Message("Die größte Herausforderung")
  String saidBiggest();

  @Override
  @Message("Gespräch eintragen")
  String log();

  @Override
  @Message("Was Sie eingetragen haben")
  String logAgain();

  @Override
  @Message("Wann haben Sie gesprochen?")
  String heldOn();

  @Override
  @Message("Wie gut gelingt es heute, aus Ihrer Sicht?")
  String managerBaseline();

  @Override
  @Message(
      "Damit vergleichen Sie nach drei Monaten. Auf den Seiten der lernenden Person "
          + "erscheint es nicht.")
  String managerBaselineHint();

  @Override
  @Message("Was ist dabei herausgekommen?")
  String outcome();

  @Override
  @Message("Ein Satz reicht.")
  String outcomeHint();

  @Override
  @Message("Gespräch eintragen")
  String logSend();

  @Override
  @Message("Eintrag berichtigen")
  String logCorrect();

  @Override
  @Message("Danke, das Gespräch ist eingetragen. Nach dem Kurs melden wir uns mit dem " + "Plan.")
  String beforeSaved();

  @Override
  @Message(
      "Eingetragen für {day}. Wenn etwas nicht stimmt, berichtigen Sie es unten; "
          + "frühere Einträge bleiben erhalten.")
  String alreadyLogged(String day);

  @Override
  @Message("Ein Gespräch mit {learner} nach dem Kurs")
  String afterTitle(String learner);

  @Override
  @Message(
      "Was man aus „{course}“ mitnimmt, verblasst in Wochen, wenn niemand fragt. "
          + "Lesen, sprechen, vereinbaren: zwanzig Minuten.")
  String afterLead(String course);

  @Override
  @Message("Der Plan")
  String theirPlan();

  @Override
  @Message(
      "Es gibt noch keinen Plan. Das Gespräch ist ein guter Moment, gemeinsam einen "
          + "zu machen; Sie können es jetzt eintragen und den Plan später vereinbaren.")
  String noPlan();

  @Override
  @Message("Noch nicht aufgeschrieben, was gelernt wurde. Fragen Sie!")
  String notReflected();

  @Override
  @Message("Was gelernt wurde")
  String saidLearntThey();

  @Override
  @Message("Ich bin mit diesem Plan einverstanden")
  String planAgree();

  @Override
  @Message(
      "Wenn sich etwas ändern soll, lassen Sie das leer und notieren Sie es oben; "
          + "geändert wird der Plan von der lernenden Person.")
  String planAgreeHint();

  @Override
  @Message(
      "Danke, das Gespräch ist eingetragen und der Plan vereinbart. In drei Monaten "
          + "fragen wir Sie beide, was daraus geworden ist.")
  String afterSavedAgreed();

  @Override
  @Message(
      "Danke, das Gespräch ist eingetragen. Der Plan ist noch nicht vereinbart; das "
          + "können Sie hier jederzeit tun.")
  String afterSaved();

  @Override
  @Message(
      "Der Plan wurde geändert, während Sie gelesen haben. Bitte sehen Sie ihn noch "
          + "einmal an, bevor Sie zustimmen.")
  String planOvertaken();

  @Override
  @Message("Gleich so weit")
  String nearlyTitle();

  @Override
  @Message(
      "Diese Seite wird gerade vorbereitet. Bitte öffnen Sie den Link in einer "
          + "Minute noch einmal; es geht nichts verloren.")
  String nearlyLead();

  @Override
  @Message("Das ist nicht mehr nötig")
  String withdrawnTitle();

  @Override
  @Message(
      "Die Anmeldung zu diesem Kurs wurde zurückgezogen, es gibt also nichts mehr zu "
          + "tun. Danke fürs Nachsehen!")
  String withdrawnLead();

  @Override
  @Message("Diese Seite ist geschlossen")
  String leftTitle();

  @Override
  @Message(
      "Sie gehörte zu jemandem, der nicht mehr in der Organisation ist. Es gibt "
          + "nichts mehr zu tun.")
  String leftLead();

  @Override
  @Message("Darum kümmert sich jetzt jemand anderes")
  String changedTitle();

  @Override
  @Message(
      "Sie sind nicht mehr als Führungskraft dieser Person eingetragen. Wer es jetzt "
          + "ist, hat einen eigenen Link bekommen oder bekommt ihn noch. Wenn das nicht "
          + "stimmt, sagen Sie bitte Ihrer Personalabteilung Bescheid.")
  String changedLead();
}
