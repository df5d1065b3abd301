using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Passbook.Generator;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;
using Portal.Preview;

namespace Portal.Components.Tests.Preview;

/// <summary>Draws the starting designs, changed or not.</summary>
internal static class PreviewSample
{
    public static Pass Pass(string start)
    {
        var document = Start(start).Document;
        return PassRenderer.Render(document, SampleContext.For(document, "Example"));
    }

    /// <summary>Every image at the address <c>/name</c>.</summary>
    public static PreviewImages Images(string start)
    {
        var names = Start(start).Document.Images;
        return PreviewImages.From(name => names.ContainsKey(name) ? $"/{name}" : null);
    }

    public static IRenderedComponent<PassPreview> Draw(this BunitContext context, Pass pass, PreviewImages? images = null)
    {
        context.Services.AddSingleton(TimeProvider.System);
        return context.Render<PassPreview>(parameters => parameters
            .Add(preview => preview.Pass, pass)
            .Add(preview => preview.Images, images ?? PreviewImages.None)
            .Add(preview => preview.Culture, CultureInfo.GetCultureInfo("en-GB")));
    }

    /// <summary>The texts of the values in a part, in order.</summary>
    public static string Values(this IRenderedComponent<PassPreview> drawing, string part) =>
        string.Join(" | ", drawing.FindAll($"[data-part={part}] [data-part=value]").Select(value => value.TextContent));

    private static StartingDesign Start(string key) =>
        StartingDesigns.Find(key) ?? throw new ArgumentException($"There is no starting design '{key}'.", nameof(key));
}
