package org.tripostal.endtoend;

/** The same popup in French, whose words are longer. */
class FrenchReviewPagesIT extends ReviewPagesIT {

    @Override
    String language() {
        return "fr";
    }
}
