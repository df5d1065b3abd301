using Passbook.Generator;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Hosting;
using Portal.Preview;

namespace Portal.Passes;

/// <summary>Puts a pass on the desk: everything its page needs to draw and edit it.</summary>
public sealed class PassDesk(PassQueries passes, DesignLibrary designs, PublicAddress address)
{
    /// <summary>The pass with its published design; null when there is none.</summary>
    public async Task<PassView?> FindAsync(long passId, CancellationToken cancellationToken)
    {
        if (await passes.FindAsync(passId, cancellationToken) is not { } pass
            || await designs.FindPublishedAsync(pass.DesignId, cancellationToken) is not { Document: var document })
            return null;

        var assets = await designs.LoadAssetsAsync(document, cancellationToken);
        return new PassView(pass, document, PreviewImages.Of(assets), PassRenderer.Render(document, ContextOf(pass)));
    }

    /// <summary>What others saved between two looks at the same pass.</summary>
    public async Task<IReadOnlyList<OtherSave>> SavedBetweenAsync(PassView before, PassView now, CancellationToken cancellationToken) =>
        before.Pass.Id == now.Pass.Id && now.Pass.Revision > before.Pass.Revision
            ? await passes.SavedBetweenAsync(now.Pass.Id, before.Pass.Revision, now.Pass.Revision, cancellationToken)
            : [];

    /// <summary>The pass as phones would get it with other values.</summary>
    public Pass Draw(PassView view, PassValues values) =>
        PassRenderer.Render(view.Document, ContextOf(view.Pass) with { Values = values });

    private PassContext ContextOf(IssuedPass pass) => PassContext.Of(pass, pass.PassType!, new Uri(address.Text));
}
