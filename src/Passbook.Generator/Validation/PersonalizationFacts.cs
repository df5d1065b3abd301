using System.Text.Json;

namespace Passbook.Generator;

/// <summary>What the files of a pass say about making it personal.</summary>
/// <param name="HasForm">True when there is a <c>personalization.json</c>.</param>
/// <param name="HasLogo">True when there is an image for the form.</param>
internal sealed record PersonalizationFacts(bool HasForm, bool HasLogo)
{
    public const string FileName = "personalization.json";

    public static PersonalizationFacts Read(PassAssets assets, ImageFact[] images, ProblemList problems)
    {
        var hasForm = assets.TryGet(FileName, out var form);
        if (form is not null)
            CheckForm(form.Content.Span, problems);
        return new PersonalizationFacts(hasForm, Array.Exists(images, image => image.Box.Name == "personalizationLogo"));
    }

    private static void CheckForm(ReadOnlySpan<byte> json, ProblemList problems)
    {
        try
        {
            var form = PassJson.DeserializePersonalization(json);
            if (string.IsNullOrWhiteSpace(form.Description))
                Invalid("it says nothing about the programme", problems);
            else if (form.RequiredPersonalizationFields.IsEmpty)
                Invalid("it asks for nothing", problems);
            else if (form.RequiredPersonalizationFields.Any(field => !Enum.IsDefined(field)))
                Invalid("it asks for something that Wallet does not know", problems);
        }
        catch (JsonException)
        {
            Invalid("a key is missing or a value is of the wrong kind", problems);
        }
    }

    private static void Invalid(string why, ProblemList problems) =>
        problems.Error(FileName, PassProblemCode.PersonalizationInvalid, $"Wallet cannot ask for the holder's data, because {why}: correct {FileName}.");
}
