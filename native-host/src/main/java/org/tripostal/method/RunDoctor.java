package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tripostal.settings.Folders;
import org.tripostal.setup.Doctor;
import org.tripostal.setup.Registration;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code doctor/run}: the same diagnosis as {@code tripostal doctor}, for the add-on to show. */
public final class RunDoctor implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public RunDoctor(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        String system = System.getProperty("os.name");
        Doctor doctor = new Doctor(session.folders(), Folders.home(), system, session.locale());
        ObjectNode result = HostSession.JSON.createObjectNode();
        result.set("diagnoses", HostSession.JSON.valueToTree(doctor.examine(Registration.program(system))));
        return result;
    }
}
