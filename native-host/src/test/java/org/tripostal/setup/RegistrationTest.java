package org.tripostal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What Thunderbird is told about the program. */
class RegistrationTest {

    @Test
    void onlyOurOwnAddOnMayStartTheProgramAndOnlyOverStandardInputAndOutput() throws Exception {
        JsonNode manifest = new ObjectMapper().readTree(Registration.manifest(Path.of("/opt/tripostal/bin/tripostal-host")));
        assertThat(manifest.path("allowed_extensions")).extracting(JsonNode::asText).containsExactly("tripostal@tripostal.org");
        assertThat(manifest.path("type").asText()).isEqualTo("stdio");
    }

    @Test
    void thePathStandsInTheManifestAsItIsWhateverItHolds() throws Exception {
        String odd = "/home/me/\"quoted\" \\ and\nbroken/tripostal-host";
        assertThat(new ObjectMapper().readTree(Registration.manifest(Path.of(odd))).path("path").asText()).isEqualTo(odd);
    }
}
