namespace Portal.Designs;

/// <summary>Registers designs: their store, their images, their pages.</summary>
public static class DesignsFeature
{
    public static WebApplicationBuilder AddDesigns(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DesignLibrary>();
        builder.Services.AddSingleton<DesignImages>();
        builder.Services.AddSingleton<DesignStore>();
        builder.Services.AddSingleton<DesignPublisher>();
        return builder;
    }

    public static IEndpointRouteBuilder MapDesigns(this IEndpointRouteBuilder routes) => routes.MapDesignImages();
}
