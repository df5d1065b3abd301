namespace Portal.Hosting;

/// <summary>Lets a caller of the composition configure first and still have the last word about services.</summary>
internal static class GivenServices
{
    /// <summary>Runs <paramref name="configure"/> and takes out what it registered.</summary>
    internal static IReadOnlyList<ServiceDescriptor> TakeServicesOf(
        this WebApplicationBuilder builder, Action<WebApplicationBuilder>? configure)
    {
        var before = builder.Services.ToHashSet();
        configure?.Invoke(builder);
        return [.. builder.Services.Where(service => !before.Contains(service))];
    }

    /// <summary>Moves the given services behind all others: the last registration is the one that is resolved.</summary>
    internal static void PutServices(this WebApplicationBuilder builder, IReadOnlyList<ServiceDescriptor> services)
    {
        foreach (var service in services)
            builder.Services.Remove(service);
        foreach (var service in services)
            builder.Services.Add(service);
    }
}
