using Passbook.Generator;

namespace Portal.Passes;

/// <summary>Finds who signs the passes of a pass type.</summary>
public interface IPassSigners
{
    /// <summary>The signer in use now, or null when the pass type has no usable certificate. It stays the finder's.</summary>
    Task<PassSigner?> FindSignerAsync(int passTypeId, CancellationToken cancellationToken);
}
