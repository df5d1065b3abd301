namespace Portal.Updates;

/// <summary>Registers what follows changes to the phones.</summary>
public static class UpdatesFeature
{
    public static WebApplicationBuilder AddUpdates(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UpdateQueries>();
        builder.Services.AddSingleton<PushAgain>();
        return builder;
    }
}
