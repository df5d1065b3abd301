using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Preview;

namespace Portal.Designs;

/// <summary>The images of designs, for signed-in staff. Named by their content, so a browser never asks twice.</summary>
public static class ImageEndpoints
{
    private const string Pattern = "/admin/designs/images/{hash:regex(^[0-9a-f]{{64}}$)}";

    /// <summary>Where an image is found.</summary>
    public static string AddressOf(string hash) => $"/admin/designs/images/{hash}";

    /// <summary>The images of a design, for its drawing on a staff page.</summary>
    public static PreviewImages Of(DesignDocument document) =>
        PreviewImages.From(name => document.Images.TryGetValue(name, out var hash) ? AddressOf(hash) : null);

    public static IEndpointRouteBuilder MapDesignImages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Pattern, GetAsync).RequireAuthorization();
        return routes;
    }

    /// <summary>An image by its hash.</summary>
    public static async Task<Results<FileContentHttpResult, NotFound>> GetAsync(
        string hash, DesignImages images, HttpContext context, CancellationToken cancellationToken)
    {
        if (await images.FindAsync(hash, cancellationToken) is not { } bytes)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(bytes, "image/png");
    }
}
