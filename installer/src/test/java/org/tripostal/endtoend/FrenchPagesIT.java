package org.tripostal.endtoend;

/** The same popups and pages in French, whose words are longer. */
class FrenchPagesIT extends PagesIT {

    @Override
    String language() {
        return "fr";
    }
}
