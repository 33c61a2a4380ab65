package io.drivetrain.data.reviews;

import java.util.List;

/**
 * The words of one language. A sentence has the places {@code {0}} for a subject and {@code {1}} for
 * an adjective of the same gender.
 *
 * @param language as the file writes it
 * @param subjects what is reviewed, with its gender: {@code f:la livraison}
 * @param good adjectives, the masculine form, or {@code bon/bonne}
 * @param bad likewise
 * @param plain likewise, of no opinion
 * @param good1 sentences that praise
 * @param bad1 sentences that complain
 * @param plain1 sentences of no opinion
 * @param denied sentences that turn an adjective round
 * @param but what joins two opinions: {@code , but }
 * @param praise short reviews
 * @param complaint likewise
 * @param shrug likewise
 */
record Phrases(
    String language,
    List<String> subjects,
    List<String> good,
    List<String> bad,
    List<String> plain,
    List<String> good1,
    List<String> bad1,
    List<String> plain1,
    List<String> denied,
    String but,
    List<String> praise,
    List<String> complaint,
    List<String> shrug) {

  static final Phrases ENGLISH =
      new Phrases(
          "en",
          List.of(
              "n:the delivery", "n:the service", "n:the work", "n:the repair", "n:the price",
              "n:the room", "n:the meal", "n:the app", "n:the support", "n:the screen",
              "n:the battery", "n:the staff", "n:the website", "n:the packaging", "n:the advice",
              "n:the garage", "n:the quality", "n:the installation", "n:the phone", "n:the visit"),
          List.of(
              "great", "excellent", "perfect", "very good", "fast", "friendly", "impeccable",
              "wonderful", "reliable", "outstanding", "careful", "better than expected", "lovely",
              "flawless", "superb"),
          List.of(
              "bad", "terrible", "awful", "slow", "rude", "useless", "disappointing", "careless",
              "worse than expected", "dirty", "broken", "horrible", "late", "unacceptable", "poor"),
          List.of(
              "average", "as described", "standard", "ordinary", "acceptable", "like the others",
              "neither good nor bad", "as usual", "basic", "unchanged"),
          List.of(
              "{0} was {1}", "{0} is {1}, I recommend it", "I am happy: {0} was {1}",
              "really {1}, {0} made my day", "thank you, {0} was {1}", "{0} was {1} from start to end",
              "I will come back, {0} was {1}", "{1} as always, {0} never lets me down"),
          List.of(
              "{0} was {1}", "{0} is {1}, avoid it", "I am angry: {0} was {1}",
              "really {1}, {0} ruined my day", "I want my money back, {0} was {1}",
              "{0} was {1} and nobody answers", "never again, {0} was {1}",
              "{1} once more, {0} cost me a week"),
          List.of(
              "{0} was {1}", "{0} is {1}, nothing more", "{0} is {1} for the money",
              "I have no opinion yet, {0} seems {1}", "we will see, {0} was {1}",
              "I ordered on Monday, {0} was {1}", "{0} was {1}, it does the job"),
          List.of(
              "{0} was not {1}", "{0} is far from {1}", "nobody can call it {1}: {0} again",
              "I hoped for something {1}, {0} was not"),
          ", but ",
          List.of(
              "great work", "excellent, thank you", "I love it", "well done", "very good job",
              "five stars", "highly recommended", "works like a charm", "perfect in every way",
              "best purchase of the year"),
          List.of(
              "never again", "what a waste of money", "I hate it", "one star", "do not buy this",
              "it broke after two days", "bad work", "very disappointed", "a complete failure",
              "worst purchase of the year"),
          List.of(
              "it is ok", "nothing special", "does what it says", "so so", "average product",
              "three stars", "not good, not bad", "received this morning", "it works", "fair enough"));

  static final Phrases FRENCH =
      new Phrases(
          "fr",
          List.of(
              "f:la livraison", "m:le service", "m:le travail", "f:la réparation", "m:le prix",
              "f:la chambre", "m:le repas", "f:l'application", "f:l'assistance", "m:l'écran",
              "f:la batterie", "m:le personnel", "m:le site", "m:l'emballage", "m:le conseil",
              "m:le garage", "f:la qualité", "f:l'installation", "m:le téléphone", "f:la visite"),
          List.of(
              "excellent/excellente", "parfait/parfaite", "très bon/très bonne", "rapide",
              "agréable", "impeccable", "formidable", "fiable", "soigné/soignée", "superbe",
              "au-dessus de mes attentes", "remarquable", "génial/géniale", "sans défaut",
              "magnifique"),
          List.of(
              "mauvais/mauvaise", "nul/nulle", "affreux/affreuse", "lent/lente", "désagréable",
              "inutile", "décevant/décevante", "bâclé/bâclée", "en dessous de tout", "sale",
              "cassé/cassée", "horrible", "en retard", "inacceptable", "médiocre"),
          List.of(
              "moyen/moyenne", "conforme à la description", "standard", "ordinaire", "acceptable",
              "comme les autres", "ni bon ni mauvais/ni bonne ni mauvaise", "comme d'habitude",
              "basique", "inchangé/inchangée"),
          List.of(
              "{0} était {1}", "{0} est {1}, je recommande", "je suis ravi : {0} était {1}",
              "vraiment {1}, {0} a fait ma journée", "merci, {0} était {1}",
              "{0} était {1} du début à la fin", "je reviendrai, {0} était {1}",
              "{1} comme toujours, {0} ne me déçoit jamais"),
          List.of(
              "{0} était {1}", "{0} est {1}, à éviter", "je suis en colère : {0} était {1}",
              "vraiment {1}, {0} a gâché ma journée", "remboursez-moi, {0} était {1}",
              "{0} était {1} et personne ne répond", "plus jamais, {0} était {1}",
              "{1} encore une fois, {0} m'a coûté une semaine"),
          List.of(
              "{0} était {1}", "{0} est {1}, sans plus", "{0} est {1} pour le prix",
              "pas encore d'avis, {0} semble {1}", "à voir, {0} était {1}",
              "commandé lundi, {0} était {1}", "{0} était {1}, ça fait l'affaire"),
          List.of(
              "{0} n'était pas {1}", "{0} est loin d'être {1}", "personne ne dira que {0} est {1}",
              "j'espérais mieux, {0} n'est pas {1}"),
          ", mais ",
          List.of(
              "excellent travail", "parfait, merci", "j'adore", "bravo", "très bon boulot",
              "cinq étoiles", "je recommande vivement", "ça marche à merveille",
              "au top du début à la fin", "meilleur achat de l'année"),
          List.of(
              "plus jamais", "de l'argent jeté par la fenêtre", "je déteste", "une étoile",
              "n'achetez pas", "cassé après deux jours", "mauvais travail", "très déçu",
              "un échec complet", "pire achat de l'année"),
          List.of(
              "ça va", "rien de spécial", "fait ce qui est annoncé", "bof", "produit moyen",
              "trois étoiles", "ni bien ni mal", "reçu ce matin", "ça fonctionne", "correct"));
}
