package org.tripostal.spam;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tripostal.Messages;

/** Puts what the learner knows of a message into words that a person understands: “free” in the subject, the sender's site shop.example. */
final class LearnedWords {

    private static final int MOST = 5;
    private static final String NUMBER = "#";
    private static final Pattern NUMBERS = Pattern.compile("#(\\d)");

    /** The fields of which words are learned: their names stand in the sentence. */
    private static final Set<String> FIELDS = Set.of(
            "x-mailer", "user-agent", "content-type", "content-transfer-encoding", "x-priority", "importance", "precedence", "organization", "list-id");

    private final Messages messages;

    LearnedWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * The few features of a message that weigh most on one side, in words, in the order in which they stand in it.
     *
     * @param features those of the message, each once
     */
    String heaviest(Weights weights, FeatureSet message, int[] features, boolean spam) {
        int[] heaviest = heaviest(weights, features, spam ? 1 : -1);
        Set<String> words = new LinkedHashSet<>();
        message.tell(feature -> isAmong(heaviest, feature), (feature, kind, value) -> words.add(say(kind, value)));
        return words.stream().limit(MOST).collect(Collectors.joining(", "));
    }

    private static boolean isAmong(int[] features, int feature) {
        for (int one : features) {
            if (one == feature) {
                return true;
            }
        }
        return false;
    }

    /** The few features that weigh most on one side, the heaviest first. Signs have sentences of their own. */
    private static int[] heaviest(Weights weights, int[] features, float sign) {
        int[] heaviest = new int[MOST];
        float[] weighed = new float[MOST];
        int count = 0;
        for (int feature : features) {
            float weight = sign * weights.weight(feature);
            if (weight <= 0 || FeatureSet.isSign(feature) || count == MOST && weight <= weighed[count - 1]) {
                continue;
            }
            int place = count < MOST ? count++ : count - 1;
            while (place > 0 && weight > weighed[place - 1]) {
                heaviest[place] = heaviest[place - 1];
                weighed[place] = weighed[place - 1];
                place--;
            }
            heaviest[place] = feature;
            weighed[place] = weight;
        }
        return Arrays.copyOf(heaviest, count);
    }

    /** A feature in words. */
    String say(String kind, String value) {
        return switch (kind) {
            case "" -> quoted(value);
            case "s" -> value.equals(Features.CAPITALS) ? messages.say("learned.capitals") : said("subject", quoted(value));
            case "n" -> said("name", quoted(value));
            case "hid" -> said("hidden", quoted(value));
            case "a" -> value.equals(Features.SELF) ? messages.say("learned.self") : said("sender", value);
            case "d" -> said("site", value);
            case "tld" -> said("ending", value);
            case "l" -> said("shape", value);
            case "to" -> messages.say("learned.to." + value);
            case "rt" -> messages.say("learned.answersElsewhere");
            case "h" -> messages.say("learned.answers");
            case "id" -> messages.say("learned.id." + value);
            case "idshape" -> said("idShape", value);
            case "rcv" -> received(value);
            case "utld" -> said("linkEnding", value);
            case "upath" -> said("linkShape", value);
            case "sign" -> said("sign", value.replace('-', ' '));
            case "file" -> said("file", value);
            case "ext" -> said("fileEnding", value);
            case "place" -> said("place", value);
            default -> kind.startsWith("u.") ? said(kind.equals("u.img") ? "picture" : "link", value)
                    : FIELDS.contains(kind) ? messages.say("learned.field", Map.of("value", quoted(value), "field", kind)) : kind + " " + value;
        };
    }

    private String quoted(String value) {
        String plain = !value.contains(NUMBER) ? value : NUMBERS.matcher(value).replaceAll(number -> "0".repeat(Integer.parseInt(number.group(1))));
        return messages.say(value.startsWith(NUMBER) && value.indexOf(' ') < 0 ? "learned.number" : "learned.word", Map.of("value", plain));
    }

    private String said(String what, String value) {
        return messages.say("learned." + what, Map.of("value", value));
    }

    /** What is known of a step of the way: which one, how the sending server named itself, and whether that agrees with what the receiving one found. */
    private String received(String value) {
        String[] words = value.split(" ");
        if (words[0].equals("nofrom")) {
            return messages.say("learned.way.nofrom");
        }
        if (words[0].equals("tld")) {
            return said("way.ending", words[1]);
        }
        if (words[0].equals("net")) {
            return said("way.site", words[1]);
        }
        boolean numbered = words.length == 3;
        String kind = messages.say("learned.way.kind." + words[numbered ? 1 : 0]);
        String agreement = messages.say("learned.way.agreement." + words[numbered ? 2 : 1]);
        return messages.say(numbered ? "learned.way.step" : "learned.way.some", numbered
                ? Map.of("kind", kind, "agreement", agreement, "step", Integer.parseInt(words[0])) : Map.of("kind", kind, "agreement", agreement));
    }
}
