namespace Portal.Passes;

/// <summary>Registers the services around passes.</summary>
public static class PassesFeature
{
    public static WebApplicationBuilder AddPasses(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PassChanges>();
        builder.Services.AddSingleton<PassQueries>();
        builder.Services.AddSingleton<PassDesk>();
        return builder;
    }
}
