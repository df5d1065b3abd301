using Passbook.Generator;
using Portal.Data.Passes;
using Portal.Designs;

namespace Portal.Passes;

/// <summary>A stored pass with the design it follows, and as phones get it now.</summary>
public sealed record PassView(IssuedPass Pass, DesignDocument Document, PassAssets Assets, Pass Drawn);
