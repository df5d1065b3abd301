using Microsoft.Extensions.Logging.Abstractions;
using Portal.Activity;

namespace Portal.Testing.Builders;

/// <summary>Counts that remember nothing: in a test none takes long.</summary>
public static class Counting
{
    public static SlowCounts New() =>
        new(new PortalEvents(TimeProvider.System, NullLogger<PortalEvents>.Instance), TimeProvider.System, NullLogger<SlowCounts>.Instance);
}
