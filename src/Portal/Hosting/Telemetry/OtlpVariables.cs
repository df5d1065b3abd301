namespace Portal.Hosting.Telemetry;

/// <summary>Refuses what the exporter would leave unsaid: with an address it cannot use it sends nothing.</summary>
internal static class OtlpVariables
{
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <exception cref="StartFailedException">A variable has a value that means nothing.</exception>
    public static void Check(IConfiguration configuration, params ReadOnlySpan<string> endpoints)
    {
        foreach (var name in endpoints)
        {
            if (configuration[name] is { } text && !string.IsNullOrWhiteSpace(text)
                && (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
                throw new StartFailedException($"{name} must be an absolute http or https address, but is '{text}'.");
        }

        if (configuration[Protocol] is not (null or "" or "grpc" or "http/protobuf"))
            throw new StartFailedException($"{Protocol} must be grpc or http/protobuf, but is '{configuration[Protocol]}'.");
    }
}
