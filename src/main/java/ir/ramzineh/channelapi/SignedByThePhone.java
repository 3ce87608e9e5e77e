package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A request with the two headers by which a phone shows that it has the key (docs/protocol/phone.md, section 2). */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(name = PhoneTokenController.TIME, in = ParameterIn.HEADER, required = true),
    @Parameter(name = PhoneTokenController.MAC, in = ParameterIn.HEADER, required = true)
})
@interface SignedByThePhone {}
