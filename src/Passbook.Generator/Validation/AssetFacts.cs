using System.Runtime.CompilerServices;

namespace Passbook.Generator;

/// <summary>What can be said of images and localisations without a pass: worked out once, and kept as long as the assets live.</summary>
internal sealed class AssetFacts
{
    private static readonly ConditionalWeakTable<PassAssets, AssetFacts> Known = [];

    private AssetFacts(PassAssets assets)
    {
        var problems = new ProblemList();
        FileRules.Check(assets, problems);
        Images = ImageFact.Read(assets, problems);
        DensityRules.Check(Images, problems);
        Texts = TranslatedTexts.Read(assets, problems);
        Personalization = PersonalizationFacts.Read(assets, Images, problems);
        Problems = problems.All;
    }

    /// <summary>What is wrong whatever the pass.</summary>
    public IReadOnlyList<PassProblem> Problems { get; }

    /// <summary>The images whose boxes are known.</summary>
    public ImageFact[] Images { get; }

    /// <summary>The texts that are translated; null when there are none.</summary>
    public TranslatedTexts? Texts { get; }

    /// <summary>Whether they ask for the holder's data.</summary>
    public PersonalizationFacts Personalization { get; }

    public static AssetFacts Of(PassAssets assets) => Known.GetValue(assets, static assets => new AssetFacts(assets));
}
